// SPDX-License-Identifier: Apache-2.0
#include "http/port.h"

#include <openssl/ssl.h>
#include <restinio/all.hpp>
#include <restinio/tls.hpp>

#include <atomic>
#include <condition_variable>
#include <future>
#include <map>
#include <mutex>
#include <thread>

#include "base/error.h"
#include "http/exchange.h"
#include "http/tls.h"

namespace credence::http {
namespace {

namespace net = restinio::asio_ns;

// Who is connected, by which client certificate. RESTinio tells it of every connection, over TLS
// after the handshake.
class Connections {
 public:
  explicit Connections(const Limits& limits) : limits_(limits) {}

  std::chrono::seconds handshake_time() const { return limits_.handshake_time; }
  // A handshake begins; false when there are too many connections.
  bool begin(restinio::connection_id_t id) {
    const std::lock_guard lock(mutex_);
    return certificates_.size() < limits_.connections && certificates_.try_emplace(id).second;
  }
  void state_changed(const restinio::connection_state::notice_t& notice) {
    const auto cause = notice.cause();
    if (restinio::holds_alternative<restinio::connection_state::closed_t>(cause)) {
      const std::lock_guard lock(mutex_);
      certificates_.erase(notice.connection_id());
    } else if (const auto* accepted =
                   restinio::get_if<restinio::connection_state::accepted_t>(&cause)) {
      accepted->try_inspect_tls([&](const restinio::connection_state::tls_accessor_t& tls) {
        const std::lock_guard lock(mutex_);
        certificates_[notice.connection_id()] = client_fingerprint(tls.native_handle());
      });
    }
  }
  std::string certificate_of(restinio::connection_id_t id) const {
    const std::lock_guard lock(mutex_);
    const auto at = certificates_.find(id);
    return at == certificates_.end() ? std::string() : at->second;
  }

 private:
  const Limits limits_;
  mutable std::mutex mutex_;
  std::map<restinio::connection_id_t, std::string> certificates_;
};

using RequestHandler =
    std::function<restinio::request_handling_status_t(restinio::request_handle_t)>;
template <class Base>
struct WithConnections : Base {
  using connection_state_listener_t = Connections;
};
using PlainTraits = WithConnections<
    restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t, RequestHandler>>;
using TlsTraits = WithConnections<restinio::tls_traits_t<restinio::asio_timer_manager_t,
                                                         restinio::null_logger_t, RequestHandler>>;

int connections_index() {
  static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return index;
}

Connections& connections_of(restinio::tls_socket_t& socket) {
  const SSL* tls = socket.asio_ssl_stream().native_handle();
  return *static_cast<Connections*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(tls), connections_index()));
}

// RESTinio begins to count time when the handshake is over, so that a silent peer could hold a
// connection for ever. This overload, found by the traits' namespace and preferred because it is
// the more special, gives the handshake a time of its own and refuses when there are too many. All
// of it runs on the connection's strand, because closing a socket under a handshake is a race.
template <class Begin, class Fail>
void prepare_connection_and_start_read(restinio::tls_socket_t& socket,
                                       restinio::impl::connection_t<TlsTraits>& connection,
                                       Begin begin, Fail fail) {
  Connections& all = connections_of(socket);
  if (!all.begin(connection.connection_id()))
    return fail(net::error::make_error_code(net::error::no_descriptors));
  const auto whole = connection.shared_from_this();
  const auto strand = connection.get_executor();
  const auto timer = std::make_shared<net::steady_timer>(strand, all.handshake_time());
  timer->async_wait(net::bind_executor(strand, [whole, &socket](const net::error_code& cancelled) {
    net::error_code ignored;
    if (!cancelled) socket.close(ignored);
  }));
  net::dispatch(strand, [whole, &socket, strand, timer, begin, fail] {
    socket.async_handshake(
        net::ssl::stream_base::server,
        net::bind_executor(strand, [whole, timer, begin, fail](const net::error_code& wrong) {
          timer->cancel();
          wrong ? fail(wrong) : begin();
        }));
  });
}

// What the two kinds of RESTinio server have in common for us.
class Listening {
 public:
  using Failed = std::function<void(std::exception_ptr)>;
  virtual ~Listening() = default;
  virtual void open(Failed failed) = 0;
  virtual void close(std::function<void()> closed) = 0;
};

template <class Traits>
class ListeningAs final : public Listening {
 public:
  template <class Configure>
  ListeningAs(net::io_context& context, Configure configure)
      : server_(restinio::external_io_context(context), std::move(configure)) {}
  void open(Failed failed) override {
    server_.open_async([] {}, std::move(failed));
  }
  void close(std::function<void()> closed) override {
    server_.close_async(closed, [closed](std::exception_ptr) { closed(); });
  }

 private:
  restinio::http_server_t<Traits> server_;
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

// A port that listens on :: sees a peer of IPv4 as ::ffff:a.b.c.d.
std::string text_of(const net::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address.to_string();
  return net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6()).to_string();
}

Failure cannot_listen(const std::string& address, std::uint16_t port, const std::string& why) {
  return Failure(make_error(
      ErrorCode::unavailable, "serve.listen",
      {"无法监听 " + address + ":" + std::to_string(port) + "：" + why,
       "Cannot listen on " + address + ":" + std::to_string(port) + ": " + why},
      {"请换一个端口（--port）或本机的另一个地址（--address），或停止占用它的程序。",
       "Choose another port (--port) or another address of this machine (--address), or stop what "
       "uses it."}));
}

}  // namespace

struct Port::State {
  State(const PortSettings& given, Handle handler)
      : settings(given),
        handle(std::move(handler)),
        connections(std::make_shared<Connections>(given.limits)),
        listening(make_listening()) {
    open();
    for (std::size_t i = 0; i < settings.limits.threads; ++i)
      threads.emplace_back([this] { context.run(); });
  }

  std::unique_ptr<Listening> make_listening() {
    if (settings.certificates == nullptr) {
      return std::make_unique<ListeningAs<PlainTraits>>(
          context, [this](auto& server) { configure(server); });
    }
    return std::make_unique<ListeningAs<TlsTraits>>(context, [this](auto& server) {
      configure(server);
      server.tls_context(tls_context());
    });
  }

  net::ssl::context tls_context() {
    net::ssl::context tls(net::ssl::context::tls_server);
    settings.certificates->configure(tls.native_handle());
    SSL_CTX_set_ex_data(tls.native_handle(), connections_index(), connections.get());
    return tls;
  }

  template <class Server>
  void configure(Server& server) {
    const Limits& limits = settings.limits;
    server.address(settings.address)
        .port(settings.port)
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
        .acceptor_post_bind_hook(
            [this](net::ip::tcp::acceptor& acceptor) { bound = acceptor.local_endpoint().port(); })
        .connection_state_listener(connections)
        .request_handler([this](restinio::request_handle_t given) { return take(given); });
  }

  // Opens the port on this thread, so that what is wrong can be said here.
  void open() {
    std::string wrong;
    listening->open([&](std::exception_ptr failed) {
      try {
        std::rethrow_exception(failed);
      } catch (const std::exception& why) {
        wrong = why.what();
      }
    });
    while (bound == 0 && wrong.empty() && context.run_one() > 0) {
    }
    if (!wrong.empty()) throw cannot_listen(settings.address, settings.port, wrong);
  }

  restinio::request_handling_status_t take(const restinio::request_handle_t& given) {
    running.begin();
    Request request = request_of(given);
    request.remote = text_of(given->remote_endpoint().address());
    request.secure = settings.certificates != nullptr;
    request.client_certificate = connections->certificate_of(given->connection_id());
    handle(std::move(request), [this, given](Response response) {
      send(given, std::move(response));
      running.end();
    });
    return restinio::request_accepted();
  }

  void stop() {
    if (threads.empty()) return;
    running.wait_for_none(settings.limits.stop_time);
    std::promise<void> closed;
    listening->close([&] { closed.set_value(); });
    closed.get_future().wait_for(settings.limits.stop_time);
    // A moment for answers on their way to the network.
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    context.stop();
    for (auto& thread : threads) thread.join();
    threads.clear();
  }

  const PortSettings settings;
  const Handle handle;
  Running running;
  net::io_context context;
  const std::shared_ptr<Connections> connections;
  std::unique_ptr<Listening> listening;
  std::atomic<std::uint16_t> bound = 0;
  std::vector<std::thread> threads;
};

Port::Port(const PortSettings& settings, Handle handle)
    : state_(std::make_unique<State>(settings, std::move(handle))) {}
Port::~Port() { state_->stop(); }
std::uint16_t Port::number() const { return state_->bound; }
void Port::stop() { state_->stop(); }

}  // namespace credence::http
