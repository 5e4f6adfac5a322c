// SPDX-License-Identifier: Apache-2.0
#include "support/picture.hpp"

#include "support/temporary_directory.hpp"

#include <gdal_priv.h>

#include <algorithm>
#include <stdexcept>

namespace ancrage::test {

std::size_t Picture::count(report::Color color) const {
  return static_cast<std::size_t>(std::count(pixels.begin(), pixels.end(), color));
}

Picture read_png(const std::string& bytes) {
  GDALAllRegister();
  const TemporaryDirectory folder;
  const std::string path = folder.write("picture.png", bytes);
  const char* const drivers[] = {"PNG", nullptr};
  const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER, drivers));
  if (!dataset) throw std::runtime_error("no picture");
  const GDALColorTable* palette = dataset->GetRasterBand(1)->GetColorTable();
  const bool indexed = dataset->GetRasterCount() == 1 && palette != nullptr;
  if (!indexed && dataset->GetRasterCount() < 3) throw std::runtime_error("no picture");
  const int width = dataset->GetRasterXSize();
  const int height = dataset->GetRasterYSize();
  Picture picture{static_cast<std::size_t>(width), static_cast<std::size_t>(height), {}};
  if (indexed) {
    std::vector<std::uint8_t> indices(picture.width * picture.height);
    if (dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, width, height, indices.data(), width, height, GDT_Byte, 0, 0,
                                            nullptr) != CE_None) {
      throw std::runtime_error("the picture cannot be read");
    }
    for (const std::uint8_t index : indices) {
      const GDALColorEntry& entry = *palette->GetColorEntry(index);
      picture.pixels.push_back({static_cast<std::uint8_t>(entry.c1), static_cast<std::uint8_t>(entry.c2),
                                static_cast<std::uint8_t>(entry.c3)});
    }
    return picture;
  }
  std::vector<std::uint8_t> values(picture.width * picture.height * 3);
  if (dataset->RasterIO(GF_Read, 0, 0, width, height, values.data(), width, height, GDT_Byte, 3, nullptr, 3, 3 * width,
                        1, nullptr) != CE_None) {
    throw std::runtime_error("the picture cannot be read");
  }
  for (std::size_t i = 0; i < values.size(); i += 3) {
    picture.pixels.push_back({values[i], values[i + 1], values[i + 2]});
  }
  return picture;
}

}  // namespace ancrage::test
