// SPDX-License-Identifier: Apache-2.0
#include "viewer/application.hpp"

int main(int argc, char** argv) { return ancrage::viewer::run_application(argc, argv); }
