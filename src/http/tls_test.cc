// SPDX-License-Identifier: Apache-2.0
#include "http/tls.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "http/port.h"
#include "http/server.h"
#include "support/certificates.h"
#include "support/served.h"

namespace credence::http {
namespace {

using credence::testing::Authority;
using credence::testing::Identity;
using credence::testing::Platform;
using ::testing::HasSubstr;
using ::testing::Not;

const Date today(2026, 5, 12);

int connect_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  const timeval patience{5, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_port = htons(port);
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(::connect(socket, reinterpret_cast<const sockaddr*>(&where), sizeof where), 0);
  return socket;
}

struct ClientSettings {
  std::string trust;  // PEM of an authority; empty: the server is not checked
  Identity identity = {};
  int version_max = TLS1_3_VERSION;
  std::string protocols = "";  // of ALPN, each behind its length
};

// A client over TLS that keeps its connection.
class Client {
 public:
  Client(std::uint16_t port, const ClientSettings& settings)
      : context_(SSL_CTX_new(TLS_client_method())), socket_(connect_to(port)) {
    SSL_CTX_set_security_level(context_, 0);
    SSL_CTX_set_min_proto_version(context_, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context_, settings.version_max);
    if (!settings.trust.empty()) trust(settings.trust);
    if (!settings.identity.key.empty()) show(settings.identity);
    if (!settings.protocols.empty()) {
      SSL_CTX_set_alpn_protos(context_,
                              reinterpret_cast<const unsigned char*>(settings.protocols.data()),
                              static_cast<unsigned>(settings.protocols.size()));
    }
    // OpenSSL writes with write(2); the server's own sockets do without the signal (MSG_NOSIGNAL).
    std::signal(SIGPIPE, SIG_IGN);
    tls_ = SSL_new(context_);
    SSL_set_fd(tls_, socket_);
    connected_ = SSL_connect(tls_) == 1;
  }
  ~Client() {
    SSL_free(tls_);
    SSL_CTX_free(context_);
    ::close(socket_);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  SSL* tls() { return tls_; }
  std::string protocol() {
    const unsigned char* name = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(tls_, &name, &size);
    return {reinterpret_cast<const char*>(name), size};
  }
  std::string server_name() {
    X509* certificate = SSL_get1_peer_certificate(tls_);
    char name[100] = "";
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name,
                              sizeof name);
    X509_free(certificate);
    return name;
  }
  // The answer up to the end of its body; empty when the server closed without one.
  std::string ask(const std::string& request) {
    SSL_write(tls_, request.data(), static_cast<int>(request.size()));
    std::string answer;
    char piece[4'096];
    for (int got; !whole(answer) && (got = SSL_read(tls_, piece, sizeof piece)) > 0;)
      answer.append(piece, static_cast<std::size_t>(got));
    return answer;
  }
  std::string get(const std::string& target, const std::string& headers = "",
                  const std::string& host = "localhost") {
    return ask("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n");
  }

 private:
  static BIO* memory(const std::string& pem) {
    return BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  }
  void trust(const std::string& pem) {
    BIO* in = memory(pem);
    X509* authority = PEM_read_bio_X509(in, nullptr, nullptr, nullptr);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context_), authority);
    X509_VERIFY_PARAM_set_time(SSL_CTX_get0_param(context_), start_of(today).micros() / 1'000'000);
    SSL_CTX_set_verify(context_, SSL_VERIFY_PEER, nullptr);
    X509_free(authority);
    BIO_free(in);
  }
  void show(const Identity& identity) {
    BIO* in = memory(identity.certificate);
    X509* certificate = PEM_read_bio_X509(in, nullptr, nullptr, nullptr);
    BIO_free(in);
    in = memory(identity.key);
    EVP_PKEY* key = PEM_read_bio_PrivateKey(in, nullptr, nullptr, nullptr);
    BIO_free(in);
    SSL_CTX_use_cert_and_key(context_, certificate, key, nullptr, 1);
    X509_free(certificate);
    EVP_PKEY_free(key);
  }
  static bool whole(const std::string& answer) {
    const auto end = answer.find("\r\n\r\n");
    const auto at = answer.find("Content-Length: ");
    if (end == std::string::npos || at == std::string::npos) return false;
    return answer.size() >= end + 4 + std::stoul(answer.substr(at + 16));
  }

  SSL_CTX* context_;
  int socket_;
  SSL* tls_ = nullptr;
  bool connected_ = false;
};

// The files of a server, in a folder of their own.
class Files {
 public:
  explicit Files(const std::filesystem::path& folder)
      : settings{folder / "server.pem", folder / "server.key", folder / "clients.pem"} {
    put(server("credit.example.cn", Date(2026, 12, 31)));
    write(settings.client_authorities, units.pem());
  }
  Identity server(const std::string& name, Date until, Date from = Date(2026, 1, 1)) const {
    return authority.issue(name, "serverAuth", from, until);
  }
  Identity client(const Authority& of, Date until = Date(2027, 1, 1)) const {
    return of.issue("unit-1", "clientAuth", Date(2026, 1, 1), until);
  }
  void put(const Identity& identity) const {
    write(settings.certificate, identity.certificate);
    write(settings.key, identity.key);
  }
  static void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
  }

  Authority authority{"Servers"};
  Authority units{"Units"};
  const TlsSettings settings;
};

// The port alone, to see what reaches a request.
class TlsPort : public ::testing::Test {
 protected:
  TlsPort() : files_(place_.folder()), clock_(start_of(today)) {
    spdlog::set_level(spdlog::level::off);
    limits_.handshake_time = std::chrono::seconds(1);
    limits_.read_time = std::chrono::seconds(1);
    limits_.url_bytes = 500;
    limits_.upload_bytes = 500;
    limits_.connections = 3;
    store_ = std::make_unique<CertificateStore>(files_.settings, clock_);
    open();
  }
  void open() {
    port_ = std::make_unique<Port>(PortSettings{"127.0.0.1", 0, limits_, store_.get()},
                                   [this](Request request, const Reply& reply) {
                                     const std::lock_guard lock(mutex_);
                                     seen_.push_back(std::move(request));
                                     reply(json_response("{}"));
                                   });
  }
  std::uint16_t number() const { return port_->number(); }
  // What a client reads until the server closes.
  std::string raw(const std::string& bytes) const {
    const int socket = connect_to(number());
    ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    std::string answer;
    char piece[4'096];
    ssize_t got = 0;
    while ((got = ::recv(socket, piece, sizeof piece, 0)) > 0)
      answer.append(piece, static_cast<std::size_t>(got));
    EXPECT_FALSE(got < 0 && errno == EAGAIN) << "the server did not close";
    ::close(socket);
    return answer;
  }
  credence::testing::Place place_{store::Engine::sqlite};
  Files files_;
  ManualClock clock_;
  Limits limits_;
  std::unique_ptr<CertificateStore> store_;
  std::mutex mutex_;
  std::vector<Request> seen_;
  std::unique_ptr<Port> port_;
};

TEST_F(TlsPort, AVerifiedClientCertificateReachesEveryRequestOfItsConnection) {
  const Identity unit = files_.client(files_.units);
  Client client(number(), {files_.authority.pem(), unit});
  EXPECT_THAT(client.get("/a"), HasSubstr("200 OK"));
  EXPECT_THAT(client.get("/b"), HasSubstr("200 OK"));
  ASSERT_EQ(seen_.size(), 2U);
  for (const Request& request : seen_) {
    EXPECT_EQ(request.client_certificate, unit.fingerprint);
    EXPECT_EQ(request.remote, "127.0.0.1");
    EXPECT_TRUE(request.secure);
  }
}

TEST_F(TlsPort, WithTls12TheClientCertificateIsSeenToo) {
  const Identity unit = files_.client(files_.units);
  Client client(number(), {files_.authority.pem(), unit, TLS1_2_VERSION});
  EXPECT_THAT(client.get("/"), HasSubstr("200 OK"));
  ASSERT_EQ(seen_.size(), 1U);
  EXPECT_EQ(seen_[0].client_certificate, unit.fingerprint);
}

TEST_F(TlsPort, NoClientCertificateIsNeeded) {
  Client client(number(), {files_.authority.pem()});
  EXPECT_THAT(client.get("/"), HasSubstr("200 OK"));
  ASSERT_EQ(seen_.size(), 1U);
  EXPECT_EQ(seen_[0].client_certificate, "");
}

TEST_F(TlsPort, AClientCertificateOfAForeignAuthorityOrExpiredOrForServersIsRefused) {
  const Authority foreign("Units");
  for (const Identity& wrong :
       {files_.client(foreign), files_.client(files_.units, Date(2026, 5, 11)),
        files_.units.issue("unit-1", "serverAuth", Date(2026, 1, 1), Date(2027, 1, 1))}) {
    Client client(number(), {files_.authority.pem(), wrong});
    EXPECT_EQ(client.get("/"), "");
  }
  EXPECT_TRUE(seen_.empty());
}

TEST_F(TlsPort, WithoutAuthoritiesNoCertificateIsAskedFor) {
  TlsSettings settings = files_.settings;
  settings.client_authorities.clear();
  store_ = (port_.reset(), std::make_unique<CertificateStore>(settings, clock_));
  open();
  Client client(number(), {files_.authority.pem(), files_.client(files_.units)});
  EXPECT_THAT(client.get("/"), HasSubstr("200 OK"));
  EXPECT_EQ(seen_.at(0).client_certificate, "");
}

TEST_F(TlsPort, OldTlsIsRefused) {
  EXPECT_FALSE(Client(number(), {"", {}, TLS1_1_VERSION}).connected());
  EXPECT_TRUE(Client(number(), {"", {}, TLS1_2_VERSION}).connected());
}

TEST_F(TlsPort, OnlyHttp11IsSpoken) {
  EXPECT_EQ(Client(number(), {"", {}, TLS1_3_VERSION, "\x02h2\x08http/1.1"}).protocol(),
            "http/1.1");
  EXPECT_FALSE(Client(number(), {"", {}, TLS1_3_VERSION, "\x02h2"}).connected());
}

TEST_F(TlsPort, NothingIsRenegotiatedOrResumed) {
  Client client(number(), {"", {}, TLS1_2_VERSION});
  EXPECT_FALSE(SSL_SESSION_has_ticket(SSL_get_session(client.tls())));
  unsigned size = 0;
  SSL_SESSION_get_id(SSL_get_session(client.tls()), &size);
  EXPECT_EQ(size, 0U);
  SSL_renegotiate(client.tls());
  EXPECT_NE(SSL_do_handshake(client.tls()), 1);
}

TEST_F(TlsPort, PlainHttpIsNotAnswered) {
  EXPECT_THAT(raw("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"), Not(HasSubstr("HTTP/1.1")));
  EXPECT_TRUE(seen_.empty());
}

TEST_F(TlsPort, ASilentClientIsClosed) { EXPECT_EQ(raw(""), ""); }

TEST_F(TlsPort, AHalfHandshakeIsClosed) { EXPECT_EQ(raw("\x16\x03\x01\x02"), ""); }

TEST_F(TlsPort, ASlowRequestIsClosedAndLongOnesAreRefused) {
  EXPECT_EQ(Client(number(), {}).ask("GET / HTTP/1.1\r\nHost: loc"), "");
  EXPECT_THAT(Client(number(), {}).get("/" + std::string(600, 'a')), Not(HasSubstr("200 OK")));
  EXPECT_THAT(Client(number(), {})
                  .ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                       "501\r\n\r\n" +
                       std::string(501, 'a')),
              Not(HasSubstr("200 OK")));
  EXPECT_TRUE(seen_.empty());
}

TEST_F(TlsPort, TooManyConnectionsAreClosedAndPlaceIsMadeWhenOneGoes) {
  {
    Client one(number(), {}), two(number(), {}), three(number(), {});
    EXPECT_TRUE(three.connected());
    EXPECT_FALSE(Client(number(), {}).connected());
    EXPECT_THAT(one.get("/"), HasSubstr("200 OK"));
  }
  bool again = false;
  for (int i = 0; i < 100 && !again; ++i) again = Client(number(), {}).connected();
  EXPECT_TRUE(again);
}

TEST_F(TlsPort, ARenewedCertificateIsServedToNewConnectionsWhileOldOnesGoOn) {
  Client old(number(), {files_.authority.pem()});
  EXPECT_EQ(old.server_name(), "credit.example.cn");
  files_.put(files_.server("renewed.example.cn", Date(2027, 12, 31)));
  store_->follow_files();
  EXPECT_EQ(Client(number(), {files_.authority.pem()}).server_name(), "renewed.example.cn");
  EXPECT_THAT(old.get("/"), HasSubstr("200 OK"));
  EXPECT_EQ(store_->facts().not_after, start_of(Date(2027, 12, 31)));
}

TEST_F(TlsPort, AChineseNameStaysReadable) {
  files_.put(files_.server("信用中心", Date(2027, 12, 31)));
  EXPECT_TRUE(store_->reload());
  EXPECT_EQ(store_->facts().subject, "CN=信用中心");
}

TEST_F(TlsPort, ARenewedClientAuthorityIsTrustedByNewConnections) {
  const Authority next("Units 2");
  Files::write(files_.settings.client_authorities, next.pem());
  EXPECT_TRUE(store_->reload());
  EXPECT_EQ(Client(number(), {"", files_.client(files_.units)}).get("/"), "");
  EXPECT_THAT(Client(number(), {"", files_.client(next)}).get("/"), HasSubstr("200 OK"));
}

TEST_F(TlsPort, ABrokenRenewedFileKeepsTheOldOne) {
  const Identity other = files_.server("other.example.cn", Date(2027, 12, 31));
  const Identity expired = files_.server("old.example.cn", Date(2026, 5, 11));
  const Identity future = files_.server("new.example.cn", Date(2028, 1, 1), Date(2027, 1, 1));
  for (const Identity& wrong :
       {Identity{"", "", ""}, Identity{"junk", other.key, ""},
        Identity{other.certificate + other.certificate.substr(0, 200), other.key, ""},
        Identity{other.certificate, files_.server("x", today).key, ""}, expired, future}) {
    files_.put(wrong);
    EXPECT_FALSE(store_->reload());
    EXPECT_NE(store_->facts().problem.zh, "");
    EXPECT_EQ(Client(number(), {files_.authority.pem()}).server_name(), "credit.example.cn");
  }
  files_.put(other);
  EXPECT_TRUE(store_->reload());
  EXPECT_EQ(store_->facts().problem.zh, "");
}

TEST_F(TlsPort, AKeyWithAPasswordIsRefusedWithoutAskingForIt) {
  BIO* memory = BIO_new(BIO_s_mem());
  EVP_PKEY* key = EVP_EC_gen("P-256");
  PEM_write_bio_PKCS8PrivateKey(memory, key, EVP_aes_128_cbc(), "secret", 6, nullptr, nullptr);
  char* text = nullptr;
  const auto size = BIO_get_mem_data(memory, &text);
  Files::write(files_.settings.key, std::string(text, static_cast<std::size_t>(size)));
  BIO_free(memory);
  EVP_PKEY_free(key);
  EXPECT_FALSE(store_->reload());
  EXPECT_THAT(store_->facts().problem.en, HasSubstr("without a password"));
}

TEST(CertificateFacts, CountDownToTheEndAndWarn) {
  const CertificateFacts facts{"CN=x", start_of(Date(2026, 6, 30)), {}};
  EXPECT_EQ(facts.days_left(start_of(Date(2026, 6, 1))), 29);
  EXPECT_EQ(facts.days_left(start_of(Date(2026, 6, 30))), 0);
  EXPECT_EQ(facts.days_left(Instant(start_of(Date(2026, 6, 30)).micros() + 1'000'000)), -1);
  EXPECT_EQ(facts.warning(start_of(Date(2026, 5, 31)), 30), std::nullopt);
  EXPECT_THAT(facts.warning(start_of(Date(2026, 6, 1)), 30)->en, HasSubstr("29 days"));
  EXPECT_THAT(facts.warning(start_of(Date(2026, 7, 1)), 30)->en, HasSubstr("expired"));
}

// The whole server.
class ServedOverTls : public ::testing::Test {
 protected:
  ServedOverTls() : platform_(place_), files_(place_.folder()) {
    spdlog::set_level(spdlog::level::off);
    platform_.set_day(today);
    platform_.query->follow();
  }
  Services services() {
    Services all = credence::testing::services_of(platform_, place_);
    all.limits.certificate_look = std::chrono::seconds(1);
    all.public_host = "credit.example.cn";
    return all;
  }
  void serve() { server_ = std::make_unique<Server>(services(), "127.0.0.1", 0, files_.settings); }
  std::string get(const std::string& target, const std::string& headers = "",
                  const std::string& host = "localhost") {
    return Client(server_->port(), {}).get(target, headers, host);
  }
  std::string post(const std::string& origin) {
    return Client(server_->port(), {})
        .ask("POST /healthz HTTP/1.1\r\nHost: credit.example.cn\r\nOrigin: " + origin +
             "\r\nContent-Length: 0\r\n\r\n");
  }
  credence::testing::Place place_{store::Engine::sqlite};
  Platform platform_;
  Files files_;
  std::unique_ptr<Server> server_;
};

TEST_F(ServedOverTls, EveryAnswerIsGuardedAndStaysWithTls) {
  serve();
  for (const char* target : {"/healthz", "/", "/nowhere"}) {
    const auto answer = get(target);
    EXPECT_THAT(answer,
                HasSubstr("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"));
    EXPECT_THAT(answer, HasSubstr("X-Frame-Options: DENY\r\n"));
    EXPECT_THAT(answer, HasSubstr("Cross-Origin-Resource-Policy: same-origin\r\n"));
    EXPECT_THAT(answer, HasSubstr("Content-Security-Policy: default-src 'none'"));
  }
}

TEST_F(ServedOverTls, OwnNamesAreServedAndForeignOnesRefused) {
  serve();
  EXPECT_THAT(get("/healthz", "", "Credit.Example.cn"), HasSubstr("200 OK"));
  EXPECT_THAT(get("/healthz", "", "credit.example.cn:443"), HasSubstr("200 OK"));
  EXPECT_THAT(get("/healthz", "", "evil.example"), HasSubstr("403 Forbidden"));
  // The address takes no POST: 405 is past the check of the origin.
  EXPECT_THAT(post("https://credit.example.cn"), HasSubstr("405"));
  EXPECT_THAT(post("http://credit.example.cn"), HasSubstr("403 Forbidden"));
}

TEST_F(ServedOverTls, HealthTellsHowLongTheCertificateLasts) {
  files_.put(files_.server("credit.example.cn", Date(2026, 5, 20)));
  serve();
  const auto soon = get("/healthz");
  EXPECT_THAT(soon, HasSubstr("200 OK"));
  EXPECT_THAT(soon, HasSubstr("\"certificate_expires\":\"2026-05-20T00:00:00"));
  EXPECT_THAT(soon, HasSubstr("expires in 8 days"));
  const auto key = credence::testing::Site(platform_, place_).key({{"monitor"}, {}, {}, {}});
  EXPECT_THAT(get("/metrics", "Authorization: Bearer " + key + "\r\n"),
              HasSubstr("credence_tls_certificate_seconds_left 691200"));
}

TEST_F(ServedOverTls, AnExpiredCertificateIsNotHealthy) {
  files_.put(files_.server("credit.example.cn", Date(2026, 5, 11)));
  serve();
  const auto answer = get("/healthz");
  EXPECT_THAT(answer, HasSubstr("503 Service Unavailable"));
  EXPECT_THAT(answer, HasSubstr("expired at"));
}

TEST_F(ServedOverTls, ChangedFilesAreFollowedAndHealthTellsOfBrokenOnes) {
  serve();
  const auto until = [&](const std::string& what) {
    std::string answer;
    for (int i = 0; i < 100 && answer.find(what) == std::string::npos; ++i) {
      answer = get("/healthz");
      ::usleep(50'000);
    }
    return answer;
  };
  Files::write(files_.settings.certificate, "broken");
  EXPECT_THAT(until("certificate_warning"), HasSubstr("no sound certificate"));
  files_.put(files_.server("credit.example.cn", Date(2027, 1, 31)));
  EXPECT_THAT(until("2027-01-31"), Not(HasSubstr("certificate_warning")));
}

TEST_F(ServedOverTls, WithTlsAnyAddressIsListenedOnWithoutItThisMachineOnly) {
  EXPECT_THROW(Server(services(), "0.0.0.0", 0), Failure);
  EXPECT_NE(Server(services(), "0.0.0.0", 0, files_.settings).port(), 0);
  TlsSettings absent = files_.settings;
  absent.key = place_.folder() / "absent.key";
  EXPECT_THROW(Server(services(), "127.0.0.1", 0, absent), Failure);
}

}  // namespace
}  // namespace credence::http
