// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <fstream>

#include "app/intake/tabular/sandbox.h"
#include "app/intake/tabular/table.h"
#include "app/intake/tabular/writer.h"
#include "base/text.h"
#include "support/place.h"
#include "support/program.h"
#include "support/tables.h"

namespace credence::app {
namespace {

using namespace credence::testing;
using ::testing::ElementsAre;
using Cells = std::vector<std::string>;

// Every file of these tests is also read in the sandbox, with the same result.
ReadFile read(const std::filesystem::path& path) {
  ReadFile here = read_whole(open_table(path));
  const ReadFile apart = read_whole(reading_apart(credence_program())(path));
  EXPECT_EQ(apart.words, here.words) << path;
  EXPECT_TRUE(apart == here) << path;
  return here;
}
ReadFile read(const std::filesystem::path& path, const TableLimits& limits) {
  return read_whole(open_table(path, limits));
}

class Tabular : public ::testing::Test {
 protected:
  std::filesystem::path file(const std::string& bytes, const std::string& name = "file.csv") {
    const auto path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  ReadFile read_text(const std::string& bytes) { return read(file(bytes)); }
  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }

 private:
  TemporaryFolder folder_;
};

TEST_F(Tabular, ReadsQuotesLineBreaksAndEveryLineEnd) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const auto got = read_text("名称,代码" + end + "\"甲,\"\"乙\"\"\",1" + end + end + "丙,2");
    ASSERT_EQ(got.rows.size(), 2U) << got.error;
    EXPECT_THAT(got.header, ElementsAre("名称", "代码"));
    EXPECT_THAT(got.rows[0].cells, ElementsAre("甲,\"乙\"", "1"));
    EXPECT_EQ(got.rows[0].number, 2);
    EXPECT_EQ(got.rows[1].number, 4);
  }
  EXPECT_THAT(read_text("a,b\n\"x\ny\",2\nz,3\n").rows.at(1).cells, ElementsAre("z", "3"));
}

TEST_F(Tabular, FindsTheSeparator) {
  for (const std::string separator : {",", ";", "\t", "|"}) {
    EXPECT_EQ(read_text("a" + separator + "b\n1" + separator + "2\n").rows.at(0).cells,
              (Cells{"1", "2"}));
  }
}

TEST_F(Tabular, FindsTheEncoding) {
  const std::string utf8 = "名称,代码\n山东,1\n";
  const std::string gb18030 = "\xC3\xFB\xB3\xC6,\xB4\xFA\xC2\xEB\n\xC9\xBD\xB6\xAB,1\n";
  const std::string utf16(
      "\xFF\xFE\x0D\x54\xF0\x79,\0a\0\n\0\x71\x5C\x1C\x4E,\0"
      "1\0\n\0",
      22);
  EXPECT_EQ(read_text(utf8).encoding, "UTF-8");
  EXPECT_EQ(read_text("\xEF\xBB\xBF" + utf8).encoding, "UTF-8 with BOM");
  const auto gb = read_text(gb18030);
  EXPECT_EQ(gb.encoding, "GB18030");
  EXPECT_THAT(gb.rows.at(0).cells, ElementsAre("山东", "1"));
  const auto wide = read_text(utf16);
  EXPECT_EQ(wide.encoding, "UTF-16LE");
  EXPECT_THAT(wide.rows.at(0).cells, ElementsAre("山东", "1"));
}

TEST_F(Tabular, MixedEncodingCostsOnlyItsRow) {
  const auto got = read_text(
      "名称,代码\n山东省,1\n\xC9\xBD\xB6\xAB,2\n济南市历下区,3\n青岛市市南区明信科技有限公司,4\n");
  ASSERT_EQ(got.rows.size(), 4U);
  EXPECT_TRUE(got.rows[0].faults.empty());
  EXPECT_THAT(got.rows[1].faults, ElementsAre("row.encoding"));
  EXPECT_THAT(got.rows[2].cells, ElementsAre("济南市历下区", "3"));
}

TEST_F(Tabular, RaggedRowsAreFaultsAndEmptyTailsAreNot) {
  const auto got = read_text("a,b\n1\n1,2,3\n1,2,,\n,,\n1,2\n");
  ASSERT_EQ(got.rows.size(), 4U);
  EXPECT_THAT(got.rows[0].faults, ElementsAre("row.ragged"));
  EXPECT_THAT(got.rows[1].faults, ElementsAre("row.ragged"));
  EXPECT_TRUE(got.rows[2].faults.empty());
  EXPECT_TRUE(got.rows[3].faults.empty());
}

TEST_F(Tabular, AnUnclosedQuoteLosesOnlyItsOwnRow) {
  const auto got = read_text("a,b\n1,2\n\"3,4\n5,6\n7,8\n");
  ASSERT_EQ(got.rows.size(), 4U);
  EXPECT_THAT(got.rows[1].faults, ElementsAre("row.unclosed_quote"));
  EXPECT_EQ(got.rows[1].number, 3);
  EXPECT_THAT(got.rows[2].cells, ElementsAre("5", "6"));
  EXPECT_EQ(got.rows[3].number, 5);
}

TEST_F(Tabular, ATenMegabyteCellIsAFaultInBoundedMemory) {
  const std::string big(10 << 20, 'x');
  for (const std::string& cell : {big, "\"" + big + "\""}) {
    const auto got = read_text("a,b\n1,2\n" + cell + ",4\n5,6\n");
    ASSERT_EQ(got.rows.size(), 3U);
    EXPECT_THAT(got.rows[1].faults, ElementsAre("row.cell_too_long"));
    EXPECT_LE(got.rows[1].cells.at(0).size(), 2'000U);
    EXPECT_THAT(got.rows[2].cells, ElementsAre("5", "6"));
    EXPECT_EQ(got.rows[2].number, 4);
  }
}

TEST_F(Tabular, NulBytesAndMisplacedQuotesAreFaults) {
  EXPECT_THAT(read_text(std::string("a,b\n1,\0\n", 8)).rows.at(0).faults, ElementsAre("row.nul"));
  EXPECT_THAT(read_text("a,b\n\"1\"x,2\n").rows.at(0).faults, ElementsAre("row.quote"));
}

TEST_F(Tabular, WrongFilesAreNamed) {
  EXPECT_EQ(read_text("").error, "intake.empty");
  EXPECT_EQ(read_text("\n \r\n").error, "intake.empty");
  EXPECT_EQ(read_text(std::string("\x80\x81\xff\xfe\x00\x9f", 6)).error, "intake.encoding");
  EXPECT_EQ(read_text("%PDF-1.4 …").error, "intake.format");
  EXPECT_EQ(read_text("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old").error, "intake.format");
  EXPECT_EQ(read_text("PK\x03\x04 not really a zip").error, "intake.damaged");
  EXPECT_EQ(read(path("nothing-here.csv")).error, "file.unreadable");
}

TEST_F(Tabular, AHeaderOfSeparatorsDoesNotMakeTheNextRowTheHeader) {
  EXPECT_EQ(read_text(",,,\n1,2,3\n").error, "intake.headers_empty");
  EXPECT_THAT(read_text("\n \n\na,b\n1,2\n").header, ElementsAre("a", "b"));
}

TEST_F(Tabular, AQuoteOverManyLinesIsUnclosedEvenFarFromTheEnd) {
  std::string text = "a,b\n\"3,4\n";
  for (int i = 0; i < 200'000; ++i) text += "5,67890\n";
  const auto got = read_text(text);
  ASSERT_EQ(got.rows.size(), 200'001U);
  EXPECT_THAT(got.rows[0].faults, ElementsAre("row.unclosed_quote"));
  EXPECT_THAT(got.rows[1].cells, ElementsAre("5", "67890"));
}

TEST_F(Tabular, ARowWithoutEndIsOneFaultAndDoesNotStopTheReading) {
  std::string wide = "a,b\n";
  for (int i = 0; i < 10'000'000; ++i) wide += "1,";
  const auto got = read_text(wide + "\n5,6\n");
  ASSERT_EQ(got.rows.size(), 2U);
  EXPECT_THAT(got.rows[0].faults, ElementsAre("row.ragged"));
  EXPECT_THAT(got.rows[1].cells, ElementsAre("5", "6"));
}

TEST_F(Tabular, LateBytesOfAnotherEncodingCostOnlyTheirRow) {
  std::string text = "名称,代码\n";
  while (text.size() < (2 << 20)) text += "山东,1\n";
  const auto got = read_text(text + "\xC9\xBD\xB6\xAB,2\n济南,3\n");
  const auto n = got.rows.size();
  EXPECT_THAT(got.rows.at(n - 2).faults, ElementsAre("row.encoding"));
  EXPECT_THAT(got.rows.at(n - 1).cells, ElementsAre("济南", "3"));
  EXPECT_EQ(std::ranges::count_if(got.rows, [](const ReadRow& row) { return !row.faults.empty(); }),
            1);
}

TEST_F(Tabular, AnEncryptedWorkbookIsToldFromAnOldOne) {
  std::string container = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  container.resize(512, '\0');
  container[0x1E] = 9;  // sectors of 512 bytes
  container[0x31] = 4;  // the directory is sector 0x400, far behind the beginning
  container.resize((0x400 + 1) * 512, 'x');
  EXPECT_EQ(read_text(container).error, "intake.format");
  for (const char c : std::string("EncryptedPackage")) container += {c, '\0'};
  EXPECT_EQ(read_text(container).error, "intake.encrypted");
}

TEST_F(Tabular, JsonNumbersStayAsWritten) {
  const auto got = read(file(
      "{\"a\":12.50,\"b\":123456789012345678.12,\"c\":1e5 , \"d\":123456789012345678901234567890}\n"
      "{\"a\":012}\n{\"a\":1.}\n{\"a\":tru}\n{\"a\":1} {}\n{\"a\":1\n"));
  ASSERT_EQ(got.rows.size(), 6U) << got.error;
  EXPECT_THAT(got.rows[0].cells, ElementsAre("12.50", "123456789012345678.12", "1e5",
                                             "123456789012345678901234567890"));
  for (std::size_t i = 1; i < got.rows.size(); ++i)
    EXPECT_THAT(got.rows[i].faults, ElementsAre("row.json")) << i;
}

TEST_F(Tabular, JsonKeysAreOneSetGivenOnce) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "{\"a \":\"1\"}\n";
  const auto got =
      read(file(text + "{\"a\":1,\"z\":2}\n{\"a\":\"\",\"a\":null}\n{\"a\":\"x\\u0000\"}\n"));
  EXPECT_THAT(got.header, ElementsAre("a"));
  EXPECT_THAT(got.rows.at(0).cells, ElementsAre("1"));
  EXPECT_TRUE(got.rows.at(0).faults.empty());
  EXPECT_THAT(got.rows.at(100).faults, ElementsAre("row.unknown_key"));
  EXPECT_THAT(got.rows.at(101).faults, ElementsAre("row.json"));
  EXPECT_THAT(got.rows.at(102).faults, ElementsAre("row.nul"));
}

TEST_F(Tabular, ALongJsonCellIsCut) {
  for (const std::size_t size : {1'500'000U, 10'000'000U}) {
    const auto got =
        read(file("{\"a\":1}\n{\"a\":\"" + std::string(size, 'x') + "\"}\n{\"a\":2}\n"));
    ASSERT_EQ(got.rows.size(), 3U);
    EXPECT_THAT(got.rows[1].faults, ElementsAre("row.cell_too_long"));
    EXPECT_LE(got.rows[1].cells.at(0).size(), 1'024U);
    EXPECT_THAT(got.rows[2].cells, ElementsAre("2"));
  }
}

TEST_F(Tabular, JsonLinesTellTheirFaults) {
  const auto got =
      read(file("{\"名称\":\"甲\",\"数\":12,\"真\":true,\"无\":null}\n{\"名称\":\"乙\",\"名称\":"
                "\"丙\"}\nnot json\n"
                "{\"名称\":{\"x\":1}}\n\n{\"名称\":\"丁\"}\n"));
  EXPECT_EQ(got.format, "jsonl");
  EXPECT_THAT(got.header, ElementsAre("名称", "数", "真", "无"));
  ASSERT_EQ(got.rows.size(), 5U);
  EXPECT_THAT(got.rows[0].cells, ElementsAre("甲", "12", "true", ""));
  EXPECT_THAT(got.rows[1].faults, ElementsAre("row.json"));
  EXPECT_THAT(got.rows[2].faults, ElementsAre("row.json"));
  EXPECT_THAT(got.rows[3].faults, ElementsAre("row.nested"));
  EXPECT_EQ(got.rows[4].number, 6);
}

// ---- XLSX

class Workbook {
 public:
  explicit Workbook(const std::filesystem::path& path)
      : book_(workbook_new(path.c_str())), sheet_(workbook_add_worksheet(book_, "数据")) {}
  ~Workbook() { workbook_close(book_); }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  void text(int row, int column, const char* value) {
    worksheet_write_string(sheet_, at(row), col(column), value, nullptr);
  }
  lxw_workbook* book() { return book_; }
  lxw_worksheet* sheet() { return sheet_; }
  static lxw_row_t at(int row) { return static_cast<lxw_row_t>(row); }
  static lxw_col_t col(int column) { return static_cast<lxw_col_t>(column); }

 private:
  lxw_workbook* book_;
  lxw_worksheet* sheet_;
};

TEST_F(Tabular, XlsxDatesNumbersFormulasAndLongCodes) {
  {
    Workbook book(path("a.xlsx"));
    for (int c = 0; c < 3; ++c) book.text(0, c, c == 0 ? "日期" : c == 1 ? "金额" : "代码");
    lxw_format* date = workbook_add_format(book.book());
    format_set_num_format(date, "yyyy\"年\"m\"月\"d\"日\"");
    worksheet_write_number(book.sheet(), 1, 0, 45'352, date);
    worksheet_write_number(book.sheet(), 1, 1, 0.2, nullptr);
    worksheet_write_number(book.sheet(), 1, 2, 370102, nullptr);
    worksheet_write_formula(book.sheet(), 2, 1, "=1+1", nullptr);
    worksheet_write_number(book.sheet(), 3, 2, 3.7010219900101123e17, nullptr);
    book.text(5, 0, "2024/03/01");
  }
  const auto got = read(path("a.xlsx"));
  ASSERT_EQ(got.rows.size(), 4U) << got.error;
  EXPECT_EQ(got.sheet, "数据");
  EXPECT_THAT(got.rows[0].cells, ElementsAre("2024-03-01", "0.2", "370102"));
  EXPECT_THAT(got.rows[1].faults, ElementsAre("row.formula"));
  EXPECT_THAT(got.rows[2].faults, ElementsAre("row.number_damaged"));
  EXPECT_EQ(got.rows[3].number, 6);
}

TEST_F(Tabular, XlsxMergedRowsAreFaultsAndAMergedTitleIsPassedOver) {
  {
    Workbook book(path("b.xlsx"));
    worksheet_merge_range(book.sheet(), 0, 0, 0, 1, "行政处罚信息表", nullptr);
    book.text(1, 0, "名称");
    book.text(1, 1, "代码");
    worksheet_merge_range(book.sheet(), 2, 0, 3, 0, "甲", nullptr);
    book.text(2, 1, "1");
    book.text(3, 1, "2");
    book.text(4, 0, "乙");
    book.text(4, 1, "3");
  }
  const auto got = read(path("b.xlsx"));
  EXPECT_THAT(got.header, ElementsAre("名称", "代码"));
  ASSERT_EQ(got.rows.size(), 3U);
  EXPECT_THAT(got.rows[0].faults, ElementsAre("row.merged"));
  EXPECT_THAT(got.rows[1].faults, ElementsAre("row.merged"));
  EXPECT_TRUE(got.rows[2].faults.empty());
}

TEST_F(Tabular, XlsxHiddenSheetsArePassedOver) {
  {
    Workbook book(path("c.xlsx"));
    book.text(0, 0, "内部");
    lxw_worksheet* shown = workbook_add_worksheet(book.book(), "报送");
    worksheet_write_string(shown, 0, 0, "名称", nullptr);
    worksheet_write_string(shown, 1, 0, "甲", nullptr);
    worksheet_activate(shown);
    worksheet_set_first_sheet(shown);
    worksheet_hide(book.sheet());
  }
  EXPECT_EQ(read(path("c.xlsx")).sheet, "报送");
}

TEST_F(Tabular, AZipBombIsRefused) {
  write_workbook(path("bomb.xlsx"), sheet_head + std::string(64 << 20, ' ') + sheet_tail);
  EXPECT_EQ(read(path("bomb.xlsx")).error, "intake.zip_bomb");
  TableLimits small;
  small.expanded_bytes = 100;
  write_workbook(path("small.xlsx"), sheet_head + sheet_tail);
  EXPECT_EQ(read(path("small.xlsx"), small).error, "intake.zip_bomb");
}

TEST_F(Tabular, ReadingASheetTwiceDoesNotCountTwice) {
  const std::string sheet =
      sheet_head + "<row r=\"2\">" + cell("A2", std::string(50'000, 'x')) + "</row>" + sheet_tail;
  write_workbook(path("once.xlsx"), sheet);
  TableLimits limits;
  limits.expanded_bytes = sheet.size() * 3 / 2;
  EXPECT_EQ(read(path("once.xlsx"), limits).rows.size(), 1U);
}

TEST_F(Tabular, AnEncryptedZipIsNamed) {
  write_workbook(path("secret.xlsx"), sheet_head + sheet_tail, {}, true);
  EXPECT_EQ(read(path("secret.xlsx")).error, "intake.encrypted");
}

TEST_F(Tabular, ASheetCutShortIsDamagedNotShorter) {
  write_workbook(path("cut.xlsx"), sheet_head + "<row r=\"2\">" + cell("A2", "1") +
                                       "</row><row r=\"3\">" + cell("A3", "2"));
  const auto table = open_table(path("cut.xlsx"));
  ASSERT_TRUE(table.has_value());
  RowBlock block;
  EXPECT_THROW((*table)->next_block(block, 10), Failure);
}

TEST_F(Tabular, XlsxErrorCellsAndEscapesAndFormattingAtTheEdge) {
  write_workbook(path("odd.xlsx"),
                 sheet_head +
                     "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#REF!</v></c></row><row r=\"3\">" +
                     cell("A3", "x_x000D_&amp;y") + cell("B3", "_x005F_x0041_") +
                     "<c r=\"XFD3\" s=\"1\"/></row>" + "<row r=\"4\">" + cell("XFD4", "far") +
                     "</row>" + sheet_tail);
  const auto got = read(path("odd.xlsx"));
  ASSERT_EQ(got.rows.size(), 3U) << got.error;
  EXPECT_THAT(got.rows[0].faults, ElementsAre("row.cell_error"));
  EXPECT_THAT(got.rows[1].cells, ElementsAre("x\r&y", "_x0041_"));
  EXPECT_TRUE(got.rows[1].faults.empty());
  EXPECT_THAT(got.rows[2].faults, ElementsAre("row.ragged"));
}

TEST_F(Tabular, MergesAreFoundHoweverTheyAreWritten) {
  std::string sheet = sheet_head;
  for (int row = 2; row <= 5; ++row)
    sheet +=
        "<row r=\"" + std::to_string(row) + "\">" + cell("A" + std::to_string(row), "1") + "</row>";
  sheet +=
      "</sheetData><mergeCells><mergeCell  ref='A5:B5'/><mergeCell "
      "ref=\"A2:B2\"/></mergeCells></worksheet>";
  write_workbook(path("merges.xlsx"), sheet);
  const auto got = read(path("merges.xlsx"));
  ASSERT_EQ(got.rows.size(), 4U);
  EXPECT_THAT(got.rows[0].faults, ElementsAre("row.merged"));
  EXPECT_TRUE(got.rows[1].faults.empty());
  EXPECT_TRUE(got.rows[2].faults.empty());
  EXPECT_THAT(got.rows[3].faults, ElementsAre("row.merged"));
}

TEST_F(Tabular, AFormulaInTheHeaderIsTold) {
  write_workbook(path("header.xlsx"), "<worksheet><sheetData><row r=\"1\">" + cell("A1", "a") +
                                          "<c r=\"B1\"><f>1+1</f><v>2</v></c></row>" + sheet_tail);
  EXPECT_EQ(read(path("header.xlsx")).error, "row.formula");
}

TEST_F(Tabular, AnXlsxThatCannotBeMovedIntoPlaceFails) {
  std::filesystem::create_directories(path("taken.xlsx") / "inside");
  const std::vector<WriterColumn> columns = {{"a", "", {}, false}};
  EXPECT_THROW(make_xlsx_writer(path("taken.xlsx"), columns)->close(), Failure);
}

TEST_F(Tabular, ListsTooLongForExcelAreLeftOut) {
  const std::string choice = "行行行行行行行行行行行";
  const std::vector<WriterColumn> columns = {{"a", "", std::vector<std::string>(9, choice), false}};
  const auto writer = make_xlsx_writer(path("list.xlsx"), columns);
  writer->write(std::vector<std::string_view>{"1"});
  writer->close();
  EXPECT_EQ(read(path("list.xlsx")).rows.size(), 1U);
}

// ---- what we write, we read

using Maker = std::unique_ptr<TableWriter> (*)(const std::filesystem::path&,
                                               std::span<const WriterColumn>);

void round_trip(Maker make, const std::string& name, const std::vector<Cells>& rows) {
  TemporaryFolder folder;
  const std::vector<WriterColumn> columns = {{"名称", "说明", {}, true},
                                             {"备注,\"引号\"", "", {"是", "否"}, false},
                                             {"第三", "", {}, false}};
  const auto writer = make(folder.path() / name, columns);
  for (const auto& row : rows) writer->write(std::vector<std::string_view>(row.begin(), row.end()));
  writer->close();
  const auto got = read(folder.path() / name);
  RC_ASSERT(got.rows.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    RC_ASSERT(got.rows[i].faults.empty());
    RC_ASSERT(got.rows[i].cells == rows[i]);
  }
}

rc::Gen<std::vector<Cells>> tables() {
  const auto cell =
      rc::gen::map(rc::gen::container<std::vector<std::string>>(
                       rc::gen::element<std::string>("a", ",", "\"", "甲", "；", "=1", "&", "<",
                                                     "7", "-", "\n", "\r\n", "\t", " ", "_x0041_")),
                   [](const std::vector<std::string>& parts) {
                     std::string text;
                     for (const auto& part : parts) text += part;
                     return text;
                   });
  // The first cell is never empty: a row of nothing is not a row.
  return rc::gen::container<std::vector<Cells>>(
      rc::gen::map(rc::gen::tuple(cell, cell, cell), [](const auto& row) {
        return Cells{"x" + std::get<0>(row), std::get<1>(row), std::get<2>(row) + "z"};
      }));
}

RC_GTEST_PROP(RoundTrip, Csv, ()) { round_trip(make_csv_writer, "a.csv", *tables()); }
RC_GTEST_PROP(RoundTrip, JsonLines, ()) {
  auto rows = *tables();
  rows.insert(rows.begin(),
              Cells{"x", "y", "z"});  // so that every column is named at the beginning
  round_trip(make_jsonl_writer, "a.jsonl", rows);
}
RC_GTEST_PROP(RoundTrip, Xlsx, ()) { round_trip(make_xlsx_writer, "a.xlsx", *tables()); }
TEST(RoundTrip, XlsxKeepsWhatLooksLikeSomethingElse) {
  round_trip(make_xlsx_writer, "a.xlsx",
             {{"x山东", "=1+1", "370102199001011234"},
              {"x\"", "a&b<c>", "2024/03/01"},
              {"x,", "", "0012"}});
}

}  // namespace
}  // namespace credence::app
