// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <algorithm>
#include <fstream>

#include "app/intake/tabular/sandbox.h"
#include "app/intake/tabular/table.h"
#include "base/clock.h"
#include "support/place.h"
#include "support/program.h"
#include "support/tables.h"

// Files made to harm: each ends in an error that says why, soon and in bounded memory, whether read
// here or apart.

namespace credence::app {
namespace {

using namespace credence::testing;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::SizeIs;

class Bombs : public ::testing::Test {
 protected:
  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
  std::filesystem::path file(const std::string& bytes) const {
    std::ofstream(path("bomb"), std::ios::binary) << bytes;
    return path("bomb");
  }
  // Bytes that no compression makes smaller, so that a file may expand into much.
  static std::string ballast(std::size_t size) { return SeededRandom(5).bytes(size); }

  // Here and apart, which must agree.
  static ReadFile read(const std::filesystem::path& from) {
    ReadFile here = read_whole(open_table(from), 2'048);
    const ReadFile apart = read_whole(reading_apart(credence_program())(from), 2'048);
    EXPECT_EQ(apart.words, here.words);
    EXPECT_TRUE(apart == here);
    return here;
  }
  // Memory this test program has used at its most.
  static long peak_mib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1'024;
  }

 private:
  TemporaryFolder folder_;
};

// ---- archives

TEST_F(Bombs, AnArchiveThatExpandsWithoutEnd) {
  write_workbook(path("a"), sheet_head + std::string(64 << 20, ' ') + sheet_tail);
  EXPECT_EQ(read(path("a")).error, "intake.zip_bomb");
}

void put_number(std::string& bytes, std::size_t at, std::uint32_t number) {
  for (std::size_t i = 0; i < 4; ++i) bytes.at(at + i) = static_cast<char>(number >> (8 * i));
}

// The size a directory entry declares for the sheet.
std::string declaring(const std::filesystem::path& zip, std::uint32_t size) {
  std::ifstream in(zip, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const std::string name = "xl/worksheets/sheet1.xml";
  const auto directory = bytes.rfind(name) - 46;  // APPNOTE 4.3.12
  put_number(bytes, directory + 24, size);
  put_number(bytes, bytes.find(name) - 30 + 22, size);
  return bytes;
}

TEST_F(Bombs, AnArchiveThatDeclaresItselfTooLargeIsNotEvenRead) {
  write_workbook(path("a"), sheet_head + sheet_tail);
  EXPECT_EQ(read(file(declaring(path("a"), 0xFFFFFFF0U))).error, "intake.zip_bomb");
}

TEST_F(Bombs, AnArchiveThatDeclaresLessThanItHolds) {
  write_workbook(path("a"), sheet_head + std::string(32 << 20, ' ') + sheet_tail);
  EXPECT_THAT(read(file(declaring(path("a"), 100))).error,
              ::testing::AnyOf("intake.zip_bomb", "intake.damaged"));
}

TEST_F(Bombs, AnEntryOfAnotherCompressionIsNotDecoded) {
  write_workbook(path("a"), sheet_head + sheet_tail);
  std::string bytes = declaring(path("a"), 100);
  const auto name = bytes.rfind("xl/worksheets/sheet1.xml");
  bytes.at(name - 46 + 10) = 95;  // xz
  EXPECT_EQ(read(file(bytes)).error, "intake.damaged");
}

// ---- XML

TEST_F(Bombs, ABillionLaughs) {
  std::string dtd = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 10; ++i) {
    dtd += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) dtd += "&a" + std::to_string(i - 1) + ";";
    dtd += "\">";
  }
  write_workbook(path("a"), dtd + "]>" + sheet_head + cell("A2", "&a9;") + sheet_tail);
  EXPECT_EQ(read(path("a")).error, "intake.xml_dtd");
}

TEST_F(Bombs, TagsNestedWithoutEnd) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<x>";
  write_workbook(path("a"), sheet_head + "<row r=\"2\"><c r=\"A2\">" + deep);
  EXPECT_EQ(read(path("a")).error, "intake.xml_depth");
}

TEST_F(Bombs, ATextWithoutEndIsAFaultOfItsRow) {
  const auto before = peak_mib();
  write_workbook(path("a"),
                 sheet_head + "<row r=\"2\">" + cell("A2", std::string(150 << 20, 'x')) +
                     "</row><row r=\"3\">" + cell("A3", "1") + "</row>" + sheet_tail,
                 {{"ballast", ballast(1 << 20)}});
  const auto got = read(path("a"));
  ASSERT_THAT(got.rows, SizeIs(2)) << got.words;
  EXPECT_THAT(got.rows[0].faults, ElementsAre("row.cell_too_long"));
  EXPECT_LE(peak_mib() - before, 150 * 2 + 300);  // what the test itself holds, and a token or two
}

TEST_F(Bombs, OneLongSharedStringInThousandsOfCells) {
  std::string rows;
  for (int r = 2; r < 12; ++r) {
    rows += "<row r=\"" + std::to_string(r) + "\">";
    for (int c = 0; c < 4'000; ++c) rows += "<c t=\"s\"><v>0</v></c>";
    rows += "</row>";
  }
  const std::string strings = "<sst><si><t>" + std::string(1 << 20, 'x') + "</t></si></sst>";
  write_workbook(path("a"), sheet_head + rows + sheet_tail, {{"xl/sharedStrings.xml", strings}});
  const auto before = peak_mib();
  EXPECT_EQ(read(path("a")).error, "intake.zip_bomb");
  EXPECT_LE(peak_mib() - before, 300);
}

TEST_F(Bombs, SharedStringsOfNothingFillNoMemory) {
  std::string strings = "<sst>";
  for (int i = 0; i < 70'000'000; ++i) strings += "<si/>";
  write_workbook(path("a"), sheet_head + sheet_tail,
                 {{"xl/sharedStrings.xml", strings}, {"ballast", ballast(2 << 20)}});
  strings = {};
  // Apart only: this program would keep the peak.
  EXPECT_EQ(read_whole(reading_apart(credence_program())(path("a"))).error, "intake.zip_bomb");
}

TEST_F(Bombs, FaultsOfOneRowAreSixteen) {
  std::string row = "<row r=\"2\">";
  for (int i = 0; i < 100'000; ++i) row += "<c r=\"A2\"><f>1</f></c>";
  write_workbook(path("a"), sheet_head + row + "</row>" + sheet_tail);
  const auto got = read(path("a"));
  ASSERT_THAT(got.rows, SizeIs(1)) << got.words;
  EXPECT_THAT(got.rows[0].faults, SizeIs(faults_per_row));
}

TEST_F(Bombs, AForeignNameIsRepeatedInPart) {
  write_workbook(path("a"), sheet_head + "<row r=\"2\"><c r=\"" + std::string(1 << 20, 'A') +
                                "2\" t=\"e\"><v>\xFF" + std::string(1 << 20, '#') +
                                "</v></c></row>" + sheet_tail);
  const auto got = read(path("a"));
  ASSERT_THAT(got.rows, SizeIs(1)) << got.words;
  EXPECT_THAT(got.rows[0].words.at(0), SizeIs(::testing::Lt(1'000U)));
}

TEST_F(Bombs, SheetsAndStylesWithoutNumber) {
  std::string book = "<workbook><sheets>", looks = "<styleSheet><cellXfs>";
  for (int i = 0; i < 200'000; ++i) {
    book += "<sheet/>";
    looks += "<xf/>";
  }
  write_workbook(path("a"), sheet_head + sheet_tail, {{"xl/styles.xml", looks}});
  EXPECT_EQ(read(path("a")).error, "intake.workbook_size");
  write_zip(path("b"), {{"xl/workbook.xml", book}});
  EXPECT_EQ(read(path("b")).error, "intake.workbook_size");
}

TEST_F(Bombs, RowsOfOneNumberAreNoSheet) {
  const std::string twice = "<row r=\"2\">" + cell("A2", "1") + "</row>";
  write_workbook(path("a"), sheet_head + twice + twice + sheet_tail);
  EXPECT_EQ(read(path("a")).error, "intake.damaged");
}

TEST_F(Bombs, BytesThatAreNoTextAreAFaultInAWorkbookToo) {
  write_workbook(path("a"), sheet_head + "<row r=\"2\">" + cell("A2", "\xB0\xA1") + "</row>" +
                                "<row r=\"3\">" + cell("A3", "甲") + "</row>" + sheet_tail);
  const auto got = read(path("a"));
  ASSERT_THAT(got.rows, SizeIs(2)) << got.words;
  EXPECT_THAT(got.rows[0].faults, ElementsAre("row.encoding"));
  EXPECT_THAT(got.rows[1].faults, SizeIs(0));
}

// ---- CSV

TEST_F(Bombs, OneEndlessLine) {
  EXPECT_EQ(read(file(std::string(100 << 20, 'x'))).error, "row.cell_too_long");
}

TEST_F(Bombs, AMillionColumns) {
  std::string header;
  for (int i = 0; i < 1'000'000; ++i) header += "c,";
  EXPECT_EQ(read(file(header + "\n1\n")).error, "intake.columns");
  EXPECT_EQ(read(file(std::string(2'000, 'x') + ",b\n1,2\n")).error, "intake.header_too_long");
}

TEST_F(Bombs, RowsOfAMillionCells) {
  std::string rows = "a,b\n";
  for (int r = 0; r < 3; ++r) rows += std::string(1'000'000, ',') + "x\n";
  const auto got = read(file(rows + "1,2\n"));
  ASSERT_THAT(got.rows, SizeIs(4)) << got.words;
  EXPECT_THAT(got.rows[0].faults, ElementsAre("row.ragged"));
  EXPECT_THAT(got.rows[3].cells, ElementsAre("1", "2"));
}

// Every line opens a quotation mark, whether or not the line before left one open.
std::string endless_rows(std::size_t bytes) {
  std::string text = "a,b\n";
  while (text.size() < bytes) text += "\"a\"b,\"c\n";
  return text;
}

TEST_F(Bombs, QuotationMarksThatMakeEveryLineAnEndlessRow) {
  const auto got = read(file(endless_rows(128 << 20)));
  EXPECT_EQ(got.error, "intake.quotes");
  EXPECT_THAT(got.words, ::testing::HasSubstr("引号"));
}

// ---- JSON

TEST_F(Bombs, JsonNestedTenThousandDeep) {
  for (const auto& [open, close] : {std::pair("[", "]"), std::pair("{\"a\":", "}")}) {
    std::string deep;
    for (int i = 0; i < 10'000; ++i) deep += open;
    std::string whole = deep + "1";
    for (int i = 0; i < 10'000; ++i) whole += close;
    const auto got =
        read(file("{\"a\":1}\n{\"a\":" + deep + "\n{\"a\":" + whole + "}\n{\"a\":2}\n"));
    ASSERT_THAT(got.rows, SizeIs(4)) << got.words;
    EXPECT_THAT(got.rows[1].faults, SizeIs(1));
    EXPECT_THAT(got.rows[2].faults, SizeIs(1));
    EXPECT_THAT(got.rows[3].cells, ElementsAre("2"));
  }
}

std::string keys(int count, int from = 0) {
  std::string line = "{";
  for (int i = 0; i < count; ++i)
    line += (i == 0 ? "\"k" : ",\"k") + std::to_string(from + i) + "\":1";
  return line + "}\n";
}

TEST_F(Bombs, JsonOfHundredThousandsOfKeys) {
  EXPECT_EQ(read(file(keys(300'000))).error, "intake.columns");
  std::string known_first;
  for (int i = 0; i < 100; ++i) known_first += "{\"a\":1}\n";
  const auto got = read(file(known_first + keys(300'000) + keys(300'000)));
  ASSERT_THAT(got.rows, SizeIs(102)) << got.words;
  EXPECT_THAT(got.rows[101].faults, SizeIs(faults_per_row));
  EXPECT_EQ(read(file("{\"" + std::string(2 << 20, 'k') + "\":1}\n")).error,
            "intake.header_too_long");
}

TEST_F(Bombs, OneKeyAHundredThousandTimes) {
  std::string line = "{\"a\":1";
  for (int i = 0; i < 100'000; ++i) line += ",\"a\":1";
  std::string text;
  for (int i = 0; i < 20; ++i) text += line + "}\n";
  const auto got = read(file(text));
  ASSERT_THAT(got.rows, SizeIs(20)) << got.words;
  EXPECT_THAT(got.rows[19].faults, SizeIs(faults_per_row));
}

}  // namespace
}  // namespace credence::app
