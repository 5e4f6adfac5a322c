// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/finess.hpp"

#include <catch2/catch.hpp>

using namespace ancrage::territory::build;

TEST_CASE("a health centre is dental only when its name says nothing else") {
  CHECK(health_centre_kind("CENTRE SANTE DENTAIRE LA GRAND COMBE CENTRE DE SANTE DENTAIRE") == "centre_dentaire");
  CHECK(health_centre_kind("CENTRE CLINADENT NIMES") == "centre_dentaire");
  CHECK(health_centre_kind("CENTRE DENTAIRE DENTOSMILE") == "centre_dentaire");
  CHECK(health_centre_kind("CENTRE DE SANTE OXANCE MEDICAL ET DENTAIRE ALES") == "centre_de_sante");
}

TEST_CASE("a health centre of one field is told apart from general practice") {
  CHECK(health_centre_kind("CDS INFIRMIER AES NIMES") == "centre_specialise");
  CHECK(health_centre_kind("CENTRE D'OPHTALMOLOGIE OPHTANIMES") == "centre_specialise");
  CHECK(health_centre_kind("POLE PREVENTION FILIERIS ALES") == "centre_specialise");
  CHECK(health_centre_kind("SERVICE DE SANTE ETUDIANTE SITE VAUBAN") == "centre_specialise");
  CHECK(health_centre_kind("CSP FILIERIS DE LES MAGES CENTRE DE SANTE MEDICAL POLYVALENT") == "centre_de_sante");
  CHECK(health_centre_kind("CENTRE DE SANTÉ MA REGION ST HILAIRE") == "centre_de_sante");
}

TEST_CASE("psychiatry, day hospitals and the like are no general hospitals") {
  CHECK(is_general_hospital("CH ALES CEVENNES"));
  CHECK(is_general_hospital("NOUVELLE CL BONNEFON ALES NOUVELLE CLINIQUE BONNEFON ALES"));
  CHECK(is_general_hospital("CHU NIMES CAREMEAU GROUPE HOPITALIER CAREMEAU"));
  CHECK_FALSE(is_general_hospital("HDJ ADULT-SSC LE MAS CHALON ALES"));
  CHECK_FALSE(is_general_hospital("HC ADULT-EA-PERINAT-SSC ALES"));
  CHECK_FALSE(is_general_hospital("CMPEA PIJ ST GILLES"));
  CHECK_FALSE(is_general_hospital("HOPITAL DE JOUR ENFANT ADO LA ROSE VERTE ALES"));
  CHECK_FALSE(is_general_hospital("USLD LES CIGALES CH ALES"));
  CHECK_FALSE(is_general_hospital("ESCRIM HOPITAL MOBILE DE LA SECURITE CIVILE"));
}
