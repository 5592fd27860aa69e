// SPDX-License-Identifier: Apache-2.0
#include "app/cases/document_kind.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/place.h"
#include "support/tables.h"

namespace credence::app {
namespace {

using namespace std::string_literals;

std::string kind(std::string_view bytes) {
  const auto media_type = media_type_of(bytes);
  return media_type ? *media_type : media_type.error().id;
}

std::string zip_of(const testing::Parts& parts) {
  const testing::TemporaryFolder folder;
  testing::write_zip(folder.path() / "a.zip", parts);
  std::ifstream in(folder.path() / "a.zip", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string pdf(const std::string& inside) {
  return "%PDF-1.7\n1 0 obj\n<</Type /Catalog " + inside + ">>\nendobj\n%%EOF\n";
}

TEST(DocumentKind, IsToldByContent) {
  EXPECT_EQ(kind(pdf("")), "application/pdf");
  EXPECT_EQ(kind("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1"s), "image/png");
  EXPECT_EQ(kind("\xff\xd8\xff\xe0\0\x10JFIF"s), "image/jpeg");
  EXPECT_EQ(kind(zip_of({{"OFD.xml", "<OFD/>"}, {"Doc_0/Document.xml", "<a/>"}})),
            "application/ofd");
}

TEST(DocumentKind, EverythingElseIsNotTaken) {
  for (const auto& bytes : {""s, "MZ\x90"s, "<html><script>"s, "{\\rtf1"s, " %PDF-1.7"s, "\x89PNG"s,
                            "\xff\xd8"s, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s, "PK\x03\x04"s}) {
    EXPECT_EQ(kind(bytes), "document.kind") << bytes;
  }
  EXPECT_EQ(kind(zip_of({{"a.txt", "a"}})), "document.kind");
  EXPECT_EQ(kind(zip_of({{"Doc_0/OFD.xml", "<OFD/>"}})), "document.kind");  // not at its root
}

TEST(DocumentKind, OfficeFilesAreNotTakenAndAreToldSo) {
  const testing::Parts word = {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<a/>"}};
  const auto refused = media_type_of(zip_of(word));
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.zh.find("Word"), std::string::npos);
  EXPECT_NE(refused.error().message.zh.find("PDF、OFD、PNG、JPEG"), std::string::npos);
  auto both = word;
  both.emplace_back("OFD.xml", "<OFD/>");
  EXPECT_EQ(kind(zip_of(both)), "document.kind");
}

TEST(DocumentKind, APdfThatDoesThingsIsNotTaken) {
  for (const char* inside :
       {"/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>", "/A<</S/Launch/F(cmd.exe)>>",
        "/Names <</EmbeddedFiles 3 0 R>>", "/Type/EmbeddedFile", "/S /J#61vaScript",
        "/S/#4c#61#75#6E#63#68", "/Subtype /RichMedia"}) {
    EXPECT_EQ(kind(pdf(inside)), "document.active") << inside;
  }
  // Words that only look alike, and an action that turns to a page.
  for (const char* inside : {"/Title (JavaScript Launch)", "/LaunchPad 1", "/EmbeddedFilesX 1",
                             "/OpenAction [3 0 R /Fit]", "/#", "/#4", "/", "/J#zzavaScript"}) {
    EXPECT_EQ(kind(pdf(inside)), "application/pdf") << inside;
  }
}

// Its directory is foreign: whatever stands there, nothing outside the file is read.
TEST(DocumentKind, AChangedByteOfAnArchiveIsSurvived) {
  const auto whole = zip_of({{"OFD.xml", "<OFD/>"}, {"Doc_0/Document.xml", "<a/>"}});
  std::size_t taken = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char byte : {'\0', '\x7f', '\xff'}) {
      auto other = whole;
      other[at] = byte;
      const auto now = kind(other);
      EXPECT_TRUE(now == "document.kind" || now == "application/ofd") << at << ' ' << now;
      taken += now == "application/ofd" ? 1 : 0;
    }
    EXPECT_EQ(kind(whole.substr(0, at)), "document.kind") << at;
  }
  EXPECT_LT(taken, whole.size() * 3);
}

}  // namespace
}  // namespace credence::app
