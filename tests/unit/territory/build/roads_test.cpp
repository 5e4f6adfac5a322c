// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/roads.hpp"

#include <catch2/catch.hpp>

#include <string>

using ancrage::territory::build::road_label;

namespace {

std::string label(const char* system, const char* file) {
  const auto found = road_label(system, file);
  return found ? found->name + ", " + found->road_class : "none";
}

}  // namespace

TEST_CASE("file names of roads become the names on the signs") {
  CHECK(label("fraoccd30", "fraocc.d611030.wpt") == "D 6110, departmental");
  CHECK(label("fraoccd30", "fraocc.d000630.wpt") == "D 6, departmental");
  CHECK(label("fraoccd30", "fraocc.d0110a30.wpt") == "D 110A, departmental");
  CHECK(label("fraoccd30", "frapac.d0183a30pie.wpt") == "D 183A, departmental");
  CHECK(label("fraoccd30", "fraocc.d303030.wpt") == "D 3030, departmental");
  CHECK(label("fraarad07", "fraara.d0086j07.wpt") == "D 86J, departmental");
  CHECK(label("fraoccm34", "fraocc.m098634.wpt") == "M 986, departmental");
  CHECK(label("fran", "fraara.n102aub.wpt") == "N 102, national");
  CHECK(label("fraa", "fraara.a041gre.wpt") == "A 41, motorway");
}

TEST_CASE("what is no numbered road of a class has no label") {
  CHECK(label("fratr", "fraara.rounap.wpt") == "none");
  CHECK(label("fraoccd30", "fraocc.d61.wpt") == "none");
  CHECK(label("fraoccd30", "readme") == "none");
  CHECK(label("fraoccd30", "fraocc.d611031.wpt") == "none");
}
