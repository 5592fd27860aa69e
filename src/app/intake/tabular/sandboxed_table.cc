// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <utility>

#include "app/intake/tabular/frames.h"
#include "app/intake/tabular/reading_child.h"
#include "app/intake/tabular/sandbox.h"

namespace credence::app {
namespace {

// What a reading child reads.
class SandboxedTable final : public Table {
 public:
  explicit SandboxedTable(std::unique_ptr<ReadingChild> child) : child_(std::move(child)) {}

  // Why there is no table to read, if so.
  std::optional<Error> begin() {
    FrameHead head;
    auto content = next_content(head);
    if (!content) return child_->why_it_failed();
    if (head.kind == FrameKind::failed) return failure_in(*content);
    auto opened = head.kind == FrameKind::opened ? read_opened(*content) : std::nullopt;
    if (!opened) return child_->not_believed();
    opened_ = std::move(*opened);
    return std::nullopt;
  }

  const std::vector<std::string>& header() const override { return opened_.header; }
  const TableNotes& notes() const override { return opened_.notes; }
  std::uint64_t bytes_read() const override { return bytes_read_; }

  bool next_block(RowBlock& block, std::size_t max_rows) override {
    while (block.size() < max_rows && block.bytes() < block_bytes && have_row()) {
      if (!rows_.take(block)) throw Failure(child_->not_believed());
    }
    return block.size() > 0;
  }

 private:
  bool have_row() {
    if (!rows_.empty()) return true;
    if (ended_) return false;
    FrameHead head;
    auto content = next_content(head);
    if (!content) throw Failure(child_->why_it_failed());
    if (head.kind == FrameKind::failed) throw Failure(failure_in(*content));
    ended_ = head.kind == FrameKind::end;
    if (ended_) return false;
    if (head.kind != FrameKind::rows || !rows_.begin(std::move(*content)))
      throw Failure(child_->not_believed());
    bytes_read_ = rows_.bytes_read();
    return true;
  }

  // Nothing when the child ended. A frame beyond the limit counts as an empty one of no kind.
  std::optional<std::string> next_content(FrameHead& head) {
    if (!child_->read({reinterpret_cast<char*>(&head), sizeof head})) return std::nullopt;
    std::string content;
    if (head.size > frame_bytes) {
      head.kind = FrameKind{};
      return content;
    }
    content.resize(head.size);
    if (!child_->read(content)) return std::nullopt;
    return content;
  }

  Error failure_in(const std::string& content) {
    auto error = read_failed(content);
    return error ? std::move(*error) : child_->not_believed();
  }

  std::unique_ptr<ReadingChild> child_;
  OpenedTable opened_;
  FrameRows rows_;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  bool ended_ = false;
};

}  // namespace

TableOpener reading_apart(std::filesystem::path program, SandboxLimits limits) {
  return [program = std::move(program),
          limits](const std::filesystem::path& path) -> Result<std::unique_ptr<Table>> {
    const auto file = ForeignFile::open(path);
    if (!file) return file.error();
    auto child = ReadingChild::start(program, **file, limits);
    if (!child) return child.error();
    auto table = std::make_unique<SandboxedTable>(std::move(*child));
    if (auto wrong = table->begin()) return std::move(*wrong);
    return std::unique_ptr<Table>(std::move(table));
  };
}

}  // namespace credence::app
