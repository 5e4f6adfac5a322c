// SPDX-License-Identifier: Apache-2.0
#include "support/picture_comparison.hpp"

#include "support/program.hpp"
#include "support/temporary_directory.hpp"

#include <gdal_alg.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ancrage::test {
namespace {

using report::Color;

constexpr std::size_t palette_size = 256;

constexpr int step = 16;

std::uint8_t stepped(double channel) {
  return static_cast<std::uint8_t>(std::min(255, step * static_cast<int>(channel / step + 0.5)));
}

GDALDatasetUniquePtr in_memory(const Picture& picture, int bands) {
  GDALAllRegister();
  GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
  return GDALDatasetUniquePtr(
      memory->Create("", static_cast<int>(picture.width), static_cast<int>(picture.height), bands, GDT_Byte, nullptr));
}

void require(CPLErr outcome) {
  if (outcome != CE_None) throw std::runtime_error("the picture cannot be made small");
}

GDALDatasetUniquePtr in_color(const Picture& picture) {
  auto colored = in_memory(picture, 3);
  const auto width = static_cast<int>(picture.width);
  const auto height = static_cast<int>(picture.height);
  std::vector<std::uint8_t> bytes;
  for (const Color& color : picture.pixels) bytes.insert(bytes.end(), {color.red, color.green, color.blue});
  require(colored->RasterIO(GF_Write, 0, 0, width, height, bytes.data(), width, height, GDT_Byte, 3, nullptr, 3,
                            3 * width, 1, nullptr));
  return colored;
}

std::string png_of(GDALDataset& dataset) {
  const TemporaryDirectory folder;
  const std::string path = folder.path("picture.png");
  std::array<char, 9> level{"ZLEVEL=9"};
  std::array<char*, 2> options{level.data(), nullptr};
  {
    GDALDriver* png = GetGDALDriverManager()->GetDriverByName("PNG");
    const GDALDatasetUniquePtr written(
        png->CreateCopy(path.c_str(), &dataset, FALSE, options.data(), nullptr, nullptr));
    if (!written) require(CE_Failure);
  }
  return read_file(path);
}

std::uint32_t code(const Color& color) {
  return (static_cast<std::uint32_t>(color.red) << 16U) + (static_cast<std::uint32_t>(color.green) << 8U) + color.blue;
}

short channel(std::uint32_t of, unsigned shift) { return static_cast<short>((of >> shift) & 255U); }

// The most frequent colours as they are, so that areas keep theirs; the others by median cut.
GDALColorTable palette_of(const Picture& picture) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  for (const Color& color : picture.pixels) ++counts[code(color)];
  std::vector<std::pair<std::size_t, std::uint32_t>> order;
  for (const auto& [of, count] : counts) order.emplace_back(count, of);
  std::sort(order.begin(), order.end(), std::greater<>());
  const bool all = order.size() <= palette_size;
  const std::size_t kept = all ? order.size() : palette_size / 2;
  GDALColorTable palette;
  std::unordered_set<std::uint32_t> exact;
  for (std::size_t i = 0; i < kept; ++i) {
    const std::uint32_t of = order[i].second;
    exact.insert(of);
    const GDALColorEntry entry{channel(of, 16), channel(of, 8), channel(of, 0), 255};
    palette.SetColorEntry(static_cast<int>(i), &entry);
  }
  if (all) return palette;
  Picture rest;
  for (const Color& color : picture.pixels) {
    if (!exact.contains(code(color))) rest.pixels.push_back(color);
  }
  rest.width = rest.pixels.size();
  rest.height = 1;
  const auto colored = in_color(rest);
  const auto band = [&](int number) { return GDALRasterBand::ToHandle(colored->GetRasterBand(number)); };
  GDALColorTable others;
  if (GDALComputeMedianCutPCT(band(1), band(2), band(3), nullptr, static_cast<int>(palette_size / 2),
                              GDALColorTable::ToHandle(&others), nullptr, nullptr) != CE_None) {
    require(CE_Failure);
  }
  for (int i = 0; i < others.GetColorEntryCount(); ++i) {
    palette.SetColorEntry(static_cast<int>(kept) + i, others.GetColorEntry(i));
  }
  return palette;
}

std::uint8_t nearest(const GDALColorTable& palette, const Color& color) {
  int least = 1 << 24;
  int best = 0;
  for (int i = 0; i < palette.GetColorEntryCount(); ++i) {
    const GDALColorEntry& entry = *palette.GetColorEntry(i);
    const int red = entry.c1 - color.red;
    const int green = entry.c2 - color.green;
    const int blue = entry.c3 - color.blue;
    const int far = red * red + green * green + blue * blue;
    if (far >= least) continue;
    least = far;
    best = i;
  }
  return static_cast<std::uint8_t>(best);
}

}  // namespace

Picture reduced(const Picture& picture, std::size_t most) {
  const std::size_t side = std::max(picture.width, picture.height);
  const std::size_t block = std::max<std::size_t>(1, (side + most - 1) / most);
  Picture result{picture.width / block, picture.height / block, {}};
  for (std::size_t y = 0; y < result.height; ++y) {
    for (std::size_t x = 0; x < result.width; ++x) {
      std::array<double, 3> sum{};
      for (std::size_t dy = 0; dy < block; ++dy) {
        for (std::size_t dx = 0; dx < block; ++dx) {
          const Color color = picture.at(x * block + dx, y * block + dy);
          sum[0] += color.red;
          sum[1] += color.green;
          sum[2] += color.blue;
        }
      }
      const auto count = static_cast<double>(block * block);
      result.pixels.push_back({stepped(sum[0] / count), stepped(sum[1] / count), stepped(sum[2] / count)});
    }
  }
  return result;
}

PictureDifference difference(const Picture& expected, const Picture& actual) {
  constexpr int tolerance = step;  // a channel between two steps falls on either
  constexpr double most = 0.001;
  const Picture before = reduced(expected, kept_side);
  const Picture after = reduced(actual, kept_side);
  PictureDifference result;
  if (before.width != after.width || before.height != after.height) return result;
  result.marked = before;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < before.pixels.size(); ++i) {
    const Color a = before.pixels[i];
    const Color b = after.pixels[i];
    const bool off =
        std::max({std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)}) > tolerance;
    const auto grey = static_cast<std::uint8_t>(128 + (a.red + a.green + a.blue) / 6);
    result.marked.pixels[i] = off ? Color{208, 0, 0} : Color{grey, grey, grey};
    differing += off ? 1 : 0;
  }
  result.share = static_cast<double>(differing) / static_cast<double>(before.pixels.size());
  result.alike = result.share <= most;
  return result;
}

std::string lossless_png(const Picture& picture) { return png_of(*in_color(picture)); }

std::string small_png(const Picture& picture) {
  const GDALColorTable palette = palette_of(picture);
  // The nearest colour of the palette; remembered, as most pixels are of few colours.
  std::vector<std::uint8_t> indices;
  std::unordered_map<std::uint32_t, std::uint8_t> known;
  for (const Color& color : picture.pixels) {
    const auto [found, added] = known.try_emplace(code(color));
    if (added) found->second = nearest(palette, color);
    indices.push_back(found->second);
  }
  const auto width = static_cast<int>(picture.width);
  const auto height = static_cast<int>(picture.height);
  const auto indexed = in_memory(picture, 1);
  GDALRasterBand& band = *indexed->GetRasterBand(1);
  require(band.RasterIO(GF_Write, 0, 0, width, height, indices.data(), width, height, GDT_Byte, 0, 0, nullptr));
  GDALColorTable copy(palette);
  require(band.SetColorTable(&copy));
  return png_of(*indexed);
}

}  // namespace ancrage::test
