// SPDX-License-Identifier: Apache-2.0
#include "app/intake/loader.h"

#include <future>
#include <utility>

#include "app/intake/chunk.h"

namespace credence::app {
namespace {

// Large enough that sorting pays, small enough that two of them fit into memory (about 20 MB each).
constexpr std::size_t chunk_rows = 12'288;

}  // namespace

// A chunk with the promise that it will be durable.
struct RunningChunk : Chunk {
  std::promise<void> durable;
};

Loader::Loader(const LoadPlan& plan, Batch batch, RejectJournal& journal)
    : plan_(plan), batch_(std::move(batch)), journal_(journal) {}

Loader::~Loader() {
  if (running_) running_->durable.get_future().wait();
}

void Loader::take(CheckedBlock block) {
  rows_ += block.block.size();
  blocks_.push_back(std::move(block));
  if (rows_ >= chunk_rows) commit_chunk();
}

void Loader::wait() {
  if (!running_) return;
  const auto chunk = std::exchange(running_, nullptr);
  chunk->durable.get_future().get();
  batch_ = chunk->after;
}

// One chunk is written while the next is read and checked. It is prepared only when the one before
// is durable: its subjects must be visible and its totals counted.
void Loader::commit_chunk() {
  wait();
  if (rows_ == 0) return;
  auto chunk = std::make_shared<RunningChunk>();
  chunk->blocks = std::exchange(blocks_, {});
  chunk->before = batch_;
  rows_ = 0;
  prepare_chunk(plan_, journal_, *chunk);
  running_ = chunk;
  plan_.database.facts().submit(
      [plan = plan_, chunk](store::Write& write) { store_chunk(plan, write, *chunk); },
      [chunk](std::exception_ptr failed) {
        failed ? chunk->durable.set_exception(failed) : chunk->durable.set_value();
      });
}

Batch Loader::finish() {
  commit_chunk();
  wait();
  return batch_;
}

}  // namespace credence::app
