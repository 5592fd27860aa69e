// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/frames.h"

#include <array>
#include <cstring>
#include <type_traits>
#include <utility>

#include "app/intake/tabular/encoding.h"
#include "base/ensure.h"

namespace credence::app {
namespace {

constexpr std::size_t words_bytes = 4'096;  // of one text of an error; ours are far shorter

// ---- writing

template <class Number>
void put(std::string& out, Number number) {
  static_assert(std::is_integral_v<Number>);
  std::array<char, sizeof number> bytes;
  std::memcpy(bytes.data(), &number, sizeof number);
  out.append(bytes.data(), bytes.size());
}

void put(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out.append(text);
}

void put(std::string& out, const Error& error) {
  put(out, static_cast<std::uint8_t>(error.code));
  for (const std::string* text :
       {&error.id, &error.message.zh, &error.message.en, &error.remedy.zh, &error.remedy.en,
        &error.basis, &error.place.file, &error.place.field})
    put(out, std::string_view(*text));
  put(out, error.place.row);
  put(out, error.place.column);
}

std::string begin_frame() { return std::string(sizeof(FrameHead), '\0'); }

std::string finish_frame(FrameKind kind, std::string frame) {
  const FrameHead head{kind, static_cast<std::uint32_t>(frame.size() - sizeof(FrameHead))};
  ensure(head.size <= frame_bytes, "a frame larger than its limit");
  std::memcpy(frame.data(), &head, sizeof head);
  return frame;
}

// ---- reading

// Takes a content apart; once something was wrong, all that follows is empty.
class Parts {
 public:
  explicit Parts(std::string_view content, std::size_t at = 0) : rest_(content.substr(at)) {}

  template <class Number>
  Number number() {
    Number number = 0;
    const auto bytes = raw(sizeof number);
    if (!wrong_) std::memcpy(&number, bytes.data(), sizeof number);
    return number;
  }
  std::string_view text(std::size_t longest) {
    const auto size = number<std::uint32_t>();
    if (size > longest) wrong_ = true;
    const auto bytes = raw(size);
    if (!is_utf8(bytes)) wrong_ = true;
    return wrong_ ? std::string_view() : bytes;
  }
  Error error() {
    Error error;
    const auto code = number<std::uint8_t>();
    if (code > static_cast<std::uint8_t>(ErrorCode::internal)) wrong_ = true;
    error.code = static_cast<ErrorCode>(wrong_ ? std::uint8_t{0} : code);
    for (std::string* into :
         {&error.id, &error.message.zh, &error.message.en, &error.remedy.zh, &error.remedy.en,
          &error.basis, &error.place.file, &error.place.field})
      *into = text(words_bytes);
    error.place.row = number<std::int64_t>();
    error.place.column = number<std::int64_t>();
    return error;
  }
  bool wrong() const { return wrong_; }
  bool whole() const { return !wrong_ && rest_.empty(); }
  std::size_t left() const { return rest_.size(); }
  void refuse() { wrong_ = true; }

 private:
  std::string_view raw(std::size_t size) {
    if (size > rest_.size()) wrong_ = true;
    if (wrong_) return {};
    const auto bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }
  std::string_view rest_;
  bool wrong_ = false;
};

}  // namespace

std::string opened_frame(const Table& table) {
  std::string frame = begin_frame();
  const TableNotes& notes = table.notes();
  for (const std::string* text : {&notes.format, &notes.encoding, &notes.sheet})
    put(frame, std::string_view(*text));
  put(frame, static_cast<std::uint32_t>(table.header().size()));
  for (const auto& name : table.header()) put(frame, std::string_view(name));
  return finish_frame(FrameKind::opened, std::move(frame));
}

std::string rows_frame(const RowBlock& rows, std::uint64_t bytes_read) {
  std::string frame = begin_frame();
  frame.reserve(rows.bytes() + rows.bytes() / 8);
  put(frame, bytes_read);
  put(frame, static_cast<std::uint32_t>(rows.size()));
  Row row;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows.row(i, row);
    put(frame, row.number);
    put(frame, static_cast<std::uint32_t>(row.cells.size()));
    for (const auto cell : row.cells) put(frame, cell);
    put(frame, static_cast<std::uint32_t>(row.faults.size()));
    for (const auto& fault : row.faults) put(frame, fault);
  }
  return finish_frame(FrameKind::rows, std::move(frame));
}

std::string failed_frame(const Error& error) {
  std::string frame = begin_frame();
  put(frame, error);
  return finish_frame(FrameKind::failed, std::move(frame));
}

std::string end_frame() { return finish_frame(FrameKind::end, begin_frame()); }

std::optional<OpenedTable> read_opened(std::string_view content) {
  Parts parts(content);
  OpenedTable opened;
  for (std::string* into : {&opened.notes.format, &opened.notes.encoding, &opened.notes.sheet})
    *into = parts.text(sheet_name_bytes * 4);  // a replaced byte is three
  const auto count = parts.number<std::uint32_t>();
  if (count > TableLimits().columns) parts.refuse();
  for (std::uint32_t i = 0; i < count && !parts.wrong(); ++i)
    opened.header.emplace_back(parts.text(header_bytes));
  const auto& format = opened.notes.format;
  if (format != "csv" && format != "xlsx" && format != "jsonl") parts.refuse();
  if (!parts.whole()) return std::nullopt;
  return opened;
}

std::optional<Error> read_failed(std::string_view content) {
  Parts parts(content);
  Error error = parts.error();
  if (!parts.whole()) return std::nullopt;
  return error;
}

bool FrameRows::begin(std::string content) {
  content_ = std::move(content);
  Parts parts(content_);
  bytes_read_ = parts.number<std::uint64_t>();
  left_ = parts.number<std::uint32_t>();
  at_ = content_.size() - parts.left();
  return !parts.wrong() && left_ > 0;
}

bool FrameRows::take(RowBlock& block) {
  const TableLimits limits;
  Parts parts(content_, at_);
  const auto number = parts.number<std::int64_t>();
  if (number <= last_number_) parts.refuse();
  last_number_ = number;
  block.begin_row(number);
  const auto cells = parts.number<std::uint32_t>();
  if (cells > limits.row_cells()) parts.refuse();
  for (std::uint32_t i = 0; i < cells && !parts.wrong(); ++i)
    block.add_cell(parts.text(limits.cell_bytes));
  const auto faults = parts.number<std::uint32_t>();
  if (faults > faults_per_row) parts.refuse();
  for (std::uint32_t i = 0; i < faults && !parts.wrong(); ++i) block.add_fault(parts.error());
  block.end_row();
  at_ = content_.size() - parts.left();
  --left_;
  return !parts.wrong() && (left_ > 0 || parts.whole());
}

}  // namespace credence::app
