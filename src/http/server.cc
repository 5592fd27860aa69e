// SPDX-License-Identifier: Apache-2.0
#include "http/server.h"

#include <spdlog/spdlog.h>

#include <boost/json.hpp>

#include <condition_variable>
#include <csignal>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "base/digest.h"
#include "http/address.h"
#include "http/port.h"
#include "http/rates.h"
#include "http/site.h"
#include "http/workers.h"

namespace credence::http {
namespace {

// Passwords, tokens and files about persons do not travel in the clear.
Failure not_loopback(const std::string& address) {
  return Failure(make_error(
      ErrorCode::forbidden, "serve.loopback_only",
      {"不使用 TLS 时只监听本机地址，不监听 " + address + "。",
       "Without TLS the server listens on this machine only, not on " + address + "."},
      {"请给出证书和私钥（--tls-certificate、--tls-key），或使用 127.0.0.1。",
       "Give a certificate and its key (--tls-certificate, --tls-key), or use 127.0.0.1."}));
}

}  // namespace

struct Server::State {
  State(const Services& given, const std::string& address, std::uint16_t wanted,
        const std::optional<TlsSettings>& tls)
      : services(given) {
    if (tls) certificates = std::make_unique<CertificateStore>(*tls, services.clock);
    services.certificates = certificates.get();
    services.rates = &rates;
    workers = std::make_unique<Workers>(services.limits.workers, services.limits.long_work);
    signing = std::make_unique<Workers>(services.limits.sign_in_workers,
                                        services.limits.sign_ins_waiting);
    runners = {[this](std::function<void()> work) { return workers->run(std::move(work)); },
               [this](std::function<void()> work) { return signing->run(std::move(work)); }};
    port = std::make_unique<Port>(
        PortSettings{address, wanted, services.limits, certificates.get()},
        [this](Request request, const Reply& reply) { handle(std::move(request), reply); });
    follower = std::thread([this] { follow(); });
    patroller = std::thread([this] {
      repeat("patrol", services.limits.patrol_first, services.limits.patrol_every,
             [this] { patrol(); });
    });
    recaller = std::thread([this] {
      repeat("recall", services.limits.recall_every, services.limits.recall_every,
             [this] { recall(); });
    });
    feedback = std::thread([this] {
      repeat("feedback", services.limits.feedback_every, services.limits.feedback_every,
             [this] { ask_feedback(); });
    });
  }

  void handle(Request request, const Reply& reply) {
    request.id = to_hex(services.random.bytes(8));
    answer(services, std::move(request), runners, reply);
  }

  // The job of every second: keeps the name index fresh, and looks after the certificate.
  void follow() {
    std::unique_lock lock(mutex);
    for (std::chrono::seconds running{0}; !stopping; ++running) {
      lock.unlock();
      try {  // the catch site of this job (DESIGN 9): health tells when it keeps failing
        services.query.follow();
      } catch (const std::exception& wrong) {
        spdlog::error(R"({{"job":"follow","error":"{}"}})", wrong.what());
      }
      if (certificates && running % services.limits.certificate_look == std::chrono::seconds(0))
        look_after_certificate();
      lock.lock();
      wake.wait_for(lock, std::chrono::seconds(1), [&] { return stopping; });
    }
  }

  // A job that comes again and again until the server stops; the catch site of it (DESIGN 9): the
  // next run goes over the same again.
  void repeat(const char* job, std::chrono::seconds first, std::chrono::seconds every,
              const std::function<void()>& run) {
    std::chrono::seconds wait = first;
    std::unique_lock lock(mutex);
    while (!wake.wait_for(lock, wait, [&] { return stopping; })) {
      lock.unlock();
      try {
        run();
      } catch (const std::exception& wrong) {
        spdlog::error("{}", boost::json::serialize(
                                boost::json::object{{"job", job}, {"error", wrong.what()}}));
      }
      wait = every;
      lock.lock();
    }
  }

  // Looks for misuse; what it finds waits on a desk. And sweeps files that nothing names.
  void patrol() {
    const auto report = services.patrol.run(services.book, services.clock.now());
    spdlog::info(R"({{"job":"patrol","looks":{},"found":{}}})", report.run.looks, report.run.found);
    services.corrections.sweep();
    services.documents.sweep(known_documents());
    services.check_files.sweep();
  }
  std::set<std::string> known_documents() {
    return app::known_documents(services.database.read().sql());
  }

  // Follows decisions to whoever was shown the records.
  void recall() {
    if (const auto opened = services.recalls.run(services.book); opened > 0)
      spdlog::info(R"({{"job":"recall","opened":{}}})", opened);
  }

  // Follows checks to whoever was told of a measure, and reports to what is counted of them.
  void ask_feedback() {
    const auto run = services.feedback.run(services.book);
    services.measure_uses.follow();
    if (run.measures > 0 || run.passed_over > 0)
      spdlog::info(R"({{"job":"feedback","checks":{},"measures":{},"passed_over":{}}})", run.checks,
                   run.measures, run.passed_over);
  }

  void look_after_certificate() {
    certificates->follow_files();
    const Instant now = services.clock.now();
    const auto warning =
        certificates->facts().warning(now, services.limits.certificate_warning_days);
    if (!warning || warned == now.day()) return;
    warned = now.day();
    spdlog::warn("{}", boost::json::serialize(
                           boost::json::object{{"job", "certificate"}, {"warning", warning->en}}));
  }

  void stop() {
    {
      const std::lock_guard lock(mutex);
      if (stopping) return;
      stopping = true;
      wake.notify_all();
    }
    port->stop();
    follower.join();
    patroller.join();
    recaller.join();
    feedback.join();
  }

  Services services;
  std::unique_ptr<CertificateStore> certificates;
  std::unique_ptr<Port> port;
  Rates rates;
  Runners runners;
  std::unique_ptr<Workers> workers, signing;  // destroyed before the port their work answers by
  std::thread follower, patroller, recaller, feedback;
  std::mutex mutex;
  std::condition_variable wake;
  bool stopping = false;
  std::optional<Date> warned;  // the day of the last warning in the log; the follower's
};

Server::Server(const Services& services, const std::string& address, std::uint16_t port,
               const std::optional<TlsSettings>& tls) {
  if (!tls && !is_loopback_host(address)) throw not_loopback(address);
  state_ =
      std::make_unique<State>(services, address == "localhost" ? "127.0.0.1" : address, port, tls);
}

Server::~Server() { state_->stop(); }
std::uint16_t Server::port() const { return state_->port->number(); }
void Server::stop() { state_->stop(); }
void Server::reload_certificate() {
  if (state_->certificates) state_->certificates->reload();
}

void serve(const Services& services, const std::string& address, std::uint16_t port,
           const std::optional<TlsSettings>& tls, const std::function<void(std::uint16_t)>& ready) {
  // Blocked in every thread, so that only sigwait below hears them. SIGHUP is a renewed
  // certificate; without TLS it stays what it is, a terminal that went away.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  if (tls) sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  spdlog::set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l","log":%v})");
  Server server(services, address, port, tls);
  ready(server.port());
  for (int signal = 0; sigwait(&signals, &signal) == 0 && signal == SIGHUP;)
    server.reload_certificate();
  server.stop();
}

}  // namespace credence::http
