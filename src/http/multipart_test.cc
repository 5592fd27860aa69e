// SPDX-License-Identifier: Apache-2.0
#include "http/multipart.h"

#include <gmock/gmock.h>

namespace credence::http {
namespace {

const std::string type = "multipart/form-data; boundary=XX";

std::string part(const std::string& head, const std::string& bytes) {
  return "--XX\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + bytes + "\r\n";
}

TEST(Multipart, GivesFieldsAndFilesInOrder) {
  const std::string body =
      part("name=\"f.claim\"", "有误\r\n第二行") +
      part("name=\"d.evidence\"; filename=\"决定书%22.pdf\"\r\nContent-Type: application/pdf",
           std::string("%PDF-\0\r\n--X", 12)) +
      part("name=\"d.evidence\"; filename=\"\"", "") + "--XX--\r\n";
  const auto parts = read_multipart(type, body).or_throw();
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].name, "f.claim");
  EXPECT_EQ(parts[0].bytes, "有误\r\n第二行");
  EXPECT_FALSE(parts[0].is_file);
  EXPECT_EQ(parts[1].file_name, "决定书\".pdf");
  EXPECT_EQ(parts[1].bytes, std::string("%PDF-\0\r\n--X", 12));
  EXPECT_TRUE(parts[2].is_file);
  EXPECT_TRUE(parts[2].file_name.empty());
}

TEST(Multipart, ABoundaryMayBeQuoted) {
  const std::string body = part("name=\"a\"", "1") + "--XX--";
  EXPECT_EQ(read_multipart("multipart/form-data; boundary=\"XX\"", body).or_throw().size(), 1U);
}

TEST(Multipart, WhatIsCutOffOrMadeUpIsRefused) {
  const std::string whole = part("name=\"a\"", "1") + part("name=\"b\"", "2") + "--XX--\r\n";
  for (std::size_t n = 0; n < whole.size() - 4; ++n)
    EXPECT_FALSE(read_multipart(type, whole.substr(0, n))) << n;
  EXPECT_FALSE(read_multipart("multipart/form-data", whole));
  EXPECT_FALSE(read_multipart("multipart/form-data; boundary=" + std::string(71, 'X'), whole));
  EXPECT_FALSE(read_multipart(type, part("filename=\"a\"", "1") + "--XX--"));
}

TEST(Multipart, HasAsManyPartsAsAFormCanHave) {
  std::string body;
  for (std::size_t i = 0; i <= parts_max; ++i) body += part("name=\"a\"", "");
  EXPECT_EQ(read_multipart(type, body + "--XX--").error().id, "http.parts");
}

}  // namespace
}  // namespace credence::http
