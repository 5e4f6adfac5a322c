// SPDX-License-Identifier: Apache-2.0
// Fits the times of numbered roads and rewrites what rests on them: ancrage_calibrate_roads RAW_DIRECTORY CHECKOUT.
// `scripts/calibrate` runs it.
#include "ancrage/base/error.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/writer.hpp"
#include "data/calibration.hpp"

#include <cstdio>
#include <exception>
#include <string>

using namespace ancrage;
using namespace ancrage::test;

namespace {

void run(const std::string& raw_directory, const std::string& checkout) {
  const std::string folder = checkout + "/engine/ancrage/travel/";
  const std::string page = io::read_text(folder + "ROAD_TIMES.md");
  const Isere isere = read_isere(raw_directory);
  const Calibration calibration = calibrate(isere);
  const std::string text = calibration_text(isere, calibration);
  io::write_text(folder + "ROAD_TIMES.md", with_calibration(page, text));
  io::write_text(folder + "calibrated_waypoints.cpp", calibrated_source(calibration.model));
  std::fputs(text.c_str(), stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: ancrage_calibrate_roads RAW_DIRECTORY CHECKOUT\n");
    return static_cast<int>(ErrorCode::usage);
  }
  try {
    run(argv[1], argv[2]);
    return 0;
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return static_cast<int>(error.code());
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return static_cast<int>(ErrorCode::internal);
  }
}
