// SPDX-License-Identifier: Apache-2.0
#include "http/fsck_runs.h"

#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

#include <utility>

namespace credence::http {
namespace {

constexpr int gives_way = 10;  // niceness of its thread

Words state_label(const std::string& state) {
  if (state == "running") return {"正在核对", "running"};
  if (state == "sound") return {"一致", "sound"};
  if (state == "differs") return {"有不符", "differs"};
  if (state == "stopped") return {"已中止", "stopped"};
  return {"未能完成", "failed"};
}

Words kind_label(bool deep) {
  if (deep) return {"核对全部数据，并重读原始文件", "everything, and every original read again"};
  return {"核对全部数据", "everything"};
}

Error runs_already() {
  return make_error(ErrorCode::conflict, "fsck.running",
                    {"核对正在进行。", "An fsck is running already."},
                    {"请等它结束；进度见 /api/v1/ledger/fsck。",
                     "Wait for its end; /api/v1/ledger/fsck tells how far it is."});
}

void become(FsckRun& run, const char* state) {
  run.state = state;
  run.state_label = state_label(run.state);
}

}  // namespace

FsckRuns::FsckRuns(const Clock& clock, Run run) : clock_(clock), run_(std::move(run)) {}

FsckRuns::~FsckRuns() {
  {
    const std::lock_guard lock(mutex_);
    if (watch_) watch_->stop();
  }
  if (thread_.joinable()) thread_.join();
}

Result<FsckState> FsckRuns::start(const app::Actor& by, bool deep) {
  {
    const std::lock_guard lock(mutex_);
    if (running_) return runs_already();
    if (thread_.joinable()) thread_.join();  // its run is over
    FsckRun run;
    become(run, "running");
    run.account = by.id;
    run.unit = by.unit;
    run.deep = deep;
    run.kind_label = kind_label(deep);
    run.started = clock_.now();
    running_ = run;
    watch_ = std::make_unique<app::AuditWatch>();
    thread_ = std::thread(
        [this, run = std::move(run), &watch = *watch_]() mutable { work(std::move(run), watch); });
  }
  return state();
}

// The catch site of this job (DESIGN 9): what was thrown is how the run ended.
void FsckRuns::work(FsckRun run, app::AuditWatch& watch) {
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), gives_way);
  try {
    auto report = run_(run.deep, watch);
    become(run, report.differences.empty() ? "sound" : "differs");
    run.differences = std::move(report.differences);
    run.checked = std::move(report.checked);
  } catch (const app::AuditWatch::Stopped&) {
    become(run, "stopped");
  } catch (const Failure& failure) {
    become(run, "failed");
    run.failure = failure.error().message;
  } catch (const std::exception& unexpected) {
    become(run, "failed");
    run.failure = Words{"平台内部错误，详见服务日志。", "Something went wrong; see the log."};
    spdlog::error("{}", wire::json::serialize(
                            wire::json::object{{"job", "fsck"}, {"error", unexpected.what()}}));
  }
  run.finished = clock_.now();
  run.seconds = (run.finished->micros() - run.started.micros()) / 1'000'000;
  spdlog::info(R"({{"job":"fsck","state":"{}","differences":{}}})", run.state,
               run.differences.size());
  const std::lock_guard lock(mutex_);
  running_.reset();
  last_ = std::move(run);
}

FsckState FsckRuns::state() const {
  const std::lock_guard lock(mutex_);
  FsckState now{running_, last_};
  if (now.running) now.running->progress = watch_->progress();
  return now;
}

}  // namespace credence::http
