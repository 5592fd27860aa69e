// SPDX-License-Identifier: Apache-2.0
#include "http/server.h"

#include <spdlog/spdlog.h>
#include <restinio/all.hpp>

#include <condition_variable>
#include <csignal>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

#include "base/digest.h"
#include "http/address.h"
#include "http/site.h"

namespace credence::http {
namespace {

using RequestHandle = restinio::request_handle_t;
using RequestHandler = std::function<restinio::request_handling_status_t(RequestHandle)>;
struct Traits
    : restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t, RequestHandler> {
};
using HttpServer = restinio::http_server_t<Traits>;

// Threads for work that would keep others waiting.
class Workers {
 public:
  Workers(std::size_t threads, std::size_t waiting_max) : waiting_max_(waiting_max) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { loop(); });
  }
  ~Workers() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
      work_.notify_all();
    }
    for (auto& thread : threads_) thread.join();
  }
  bool run(std::function<void()> work) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= waiting_max_) return false;
    waiting_.push_back(std::move(work));
    work_.notify_one();
    return true;
  }

 private:
  void loop() {
    for (;;) {
      std::unique_lock lock(mutex_);
      work_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      auto work = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      work();
    }
  }
  std::size_t waiting_max_;
  std::mutex mutex_;
  std::condition_variable work_;
  std::deque<std::function<void()>> waiting_;
  std::vector<std::thread> threads_;
  bool stopping_ = false;
};

// Requests that have no answer yet.
class Running {
 public:
  void begin() {
    const std::lock_guard lock(mutex_);
    ++count_;
  }
  void end() {
    const std::lock_guard lock(mutex_);
    --count_;
    none_.notify_all();
  }
  bool wait_for_none(std::chrono::seconds most) {
    std::unique_lock lock(mutex_);
    return none_.wait_for(lock, most, [&] { return count_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable none_;
  std::size_t count_ = 0;
};

std::string header(const RequestHandle& given, const char* name) {
  return given->header().get_field_or(name, "");
}

std::string method_of(const RequestHandle& given) {
  if (given->header().method() == restinio::http_method_get() ||
      given->header().method() == restinio::http_method_head())
    return "GET";
  if (given->header().method() == restinio::http_method_post()) return "POST";
  return "OTHER";
}

Request request_of(const RequestHandle& given, Random& random) {
  Request request;
  request.method = method_of(given);
  request.target = given->header().request_target();
  request.host = header(given, "Host");
  request.origin = header(given, "Origin");
  request.fetch_site = header(given, "Sec-Fetch-Site");
  request.if_none_match = header(given, "If-None-Match");
  request.content_type = header(given, "Content-Type");
  request.asker = percent_decode(header(given, "X-Credence-Asker")).value_or("");
  request.unit = percent_decode(header(given, "X-Credence-Unit")).value_or("");
  request.body = given->body();
  request.id = to_hex(random.bytes(8));
  return request;
}

const char* reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

template <class Output>
void send_as(const RequestHandle& given, Response& response) {
  const restinio::http_status_code_t code{static_cast<std::uint16_t>(response.status)};
  auto out =
      given->create_response<Output>(restinio::http_status_line_t{code, reason(response.status)});
  out.append_header(restinio::http_field::content_type, response.type);
  for (auto& [name, value] : response.headers) out.append_header(std::move(name), std::move(value));
  if constexpr (std::is_same_v<Output, restinio::user_controlled_output_t>) {
    out.set_content_length(response.body.size());
  } else {
    out.set_body(std::move(response.body));
  }
  out.done();
}

// HEAD is answered like GET, without the body but with its length.
void send(const RequestHandle& given, Response response) {
  const bool head = given->header().method() == restinio::http_method_head();
  head ? send_as<restinio::user_controlled_output_t>(given, response)
       : send_as<restinio::restinio_controlled_output_t>(given, response);
}

Failure not_loopback(const std::string& address) {
  return Failure(make_error(
      ErrorCode::forbidden, "serve.loopback_only",
      {"在有账号体系之前只监听本机地址，不监听 " + address + "。",
       "Until accounts exist the server listens on this machine only, not on " + address + "."},
      {"请使用 127.0.0.1；需要远程访问时在前面放置自带身份认证的反向代理。",
       "Use 127.0.0.1; for remote access put a reverse proxy with its own authentication in "
       "front."}));
}

Failure cannot_listen(const std::string& address, std::uint16_t port, const std::string& why) {
  return Failure(
      make_error(ErrorCode::unavailable, "serve.listen",
                 {"无法监听 " + address + ":" + std::to_string(port) + "：" + why,
                  "Cannot listen on " + address + ":" + std::to_string(port) + ": " + why},
                 {"请换一个端口（--port），或停止占用它的程序。",
                  "Choose another port (--port) or stop what uses it."}));
}

}  // namespace

struct Server::State {
  State(const Services& given, std::string where, std::uint16_t wanted)
      : services(given),
        address(std::move(where)),
        workers(given.limits.workers, given.limits.long_work) {
    server = std::make_unique<HttpServer>(restinio::external_io_context(context),
                                          [&](auto& settings) { configure(settings, wanted); });
    begin();
    for (std::size_t i = 0; i < services.limits.threads; ++i)
      threads.emplace_back([this] { context.run(); });
    follower = std::thread([this] { follow(); });
  }

  template <class Settings>
  void configure(Settings& settings, std::uint16_t wanted) {
    const Limits& limits = services.limits;
    settings.address(address)
        .port(wanted)
        .read_next_http_message_timelimit(limits.read_time)
        .write_http_response_timelimit(limits.write_time)
        .handle_request_timeout(limits.answer_time)
        .max_pipelined_requests(8)
        .concurrent_accepts_count(2)
        .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                      .max_url_size(limits.url_bytes)
                                      .max_field_name_size(256)
                                      .max_field_value_size(limits.header_bytes)
                                      .max_field_count(limits.headers)
                                      .max_body_size(limits.upload_bytes))
        .acceptor_post_bind_hook([this](restinio::asio_ns::ip::tcp::acceptor& acceptor) {
          bound = acceptor.local_endpoint().port();
        })
        .request_handler(
            [this](RequestHandle given_request) { return handle(std::move(given_request)); });
  }

  // Opens the port on this thread, so that what is wrong can be said here.
  void begin() {
    std::string wrong;
    server->open_async([] {},
                       [&](std::exception_ptr failed) {
                         try {
                           std::rethrow_exception(failed);
                         } catch (const std::exception& why) {
                           wrong = why.what();
                         }
                       });
    while (bound == 0 && wrong.empty() && context.run_one() > 0) {
    }
    if (!wrong.empty()) throw cannot_listen(address, bound, wrong);
  }

  restinio::request_handling_status_t handle(RequestHandle given) {
    running.begin();
    answer(
        services, request_of(given, services.random),
        [this](std::function<void()> work) { return workers.run(std::move(work)); },
        [this, given](Response response) {
          send(given, std::move(response));
          running.end();
        });
    return restinio::request_accepted();
  }

  // Keeps the name index fresh.
  void follow() {
    std::unique_lock lock(mutex);
    while (!stopping) {
      lock.unlock();
      try {  // the catch site of this job (DESIGN 9): health tells when it keeps failing
        services.query.follow();
      } catch (const std::exception& wrong) {
        spdlog::error(R"({{"job":"follow","error":"{}"}})", wrong.what());
      }
      lock.lock();
      wake.wait_for(lock, std::chrono::seconds(1), [&] { return stopping; });
    }
  }

  void stop() {
    {
      const std::lock_guard lock(mutex);
      if (stopping) return;
      stopping = true;
      wake.notify_all();
    }
    running.wait_for_none(services.limits.stop_time);
    std::promise<void> closed;
    server->close_async([&] { closed.set_value(); },
                        [&](std::exception_ptr) { closed.set_value(); });
    closed.get_future().wait_for(services.limits.stop_time);
    // A moment for answers on their way to the network.
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    context.stop();
    for (auto& thread : threads) thread.join();
    follower.join();
  }

  Services services;
  std::string address;
  Running running;
  Workers workers;
  restinio::asio_ns::io_context context;
  std::unique_ptr<HttpServer> server;
  std::atomic<std::uint16_t> bound = 0;
  std::vector<std::thread> threads;
  std::thread follower;
  std::mutex mutex;
  std::condition_variable wake;
  bool stopping = false;
};

Server::Server(const Services& services, const std::string& address, std::uint16_t port) {
  if (!is_loopback_host(address)) throw not_loopback(address);
  state_ = std::make_unique<State>(services, address == "localhost" ? "127.0.0.1" : address, port);
}

Server::~Server() { state_->stop(); }
std::uint16_t Server::port() const { return state_->bound; }
void Server::stop() { state_->stop(); }

void serve(const Services& services, const std::string& address, std::uint16_t port,
           const std::function<void(std::uint16_t)>& ready) {
  // Blocked in every thread, so that only sigwait below hears them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  spdlog::set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l","log":%v})");
  Server server(services, address, port);
  ready(server.port());
  int signal = 0;
  sigwait(&signals, &signal);
  server.stop();
}

}  // namespace credence::http
