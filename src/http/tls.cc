// SPDX-License-Identifier: Apache-2.0
#include "http/tls.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <spdlog/spdlog.h>

#include <boost/json.hpp>

#include <ctime>
#include <fstream>
#include <utility>

#include "base/digest.h"
#include "base/ensure.h"
#include "base/result.h"

namespace credence::http {
namespace {

namespace fs = std::filesystem;

// OpenSSL's functions that free, as deleters.
template <auto free>
struct Freed {
  template <class T>
  void operator()(T* what) const {
    free(what);
  }
};
void free_chain(STACK_OF(X509) * chain) { sk_X509_pop_free(chain, X509_free); }
void free_names(STACK_OF(X509_NAME) * names) { sk_X509_NAME_pop_free(names, X509_NAME_free); }

using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Chain = std::unique_ptr<STACK_OF(X509), Freed<free_chain>>;
using Names = std::unique_ptr<STACK_OF(X509_NAME), Freed<free_names>>;
using Trust = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;

constexpr std::int64_t second = 1'000'000;  // in the microseconds of an Instant
constexpr std::int64_t day = 86'400;        // in seconds
// Strength: RSA from 2 048 bits, curves from 224, no SHA-1 in signatures.
constexpr int security_level = 2;
constexpr std::uintmax_t file_bytes_max = 1U << 20;

Error wrong_file(ErrorCode code, std::string id, const fs::path& path, Words message,
                 Words remedy) {
  Error error = make_error(code, "tls." + id, std::move(message), std::move(remedy));
  error.place.file = path.string();
  return error;
}

Result<std::string> read_file(const fs::path& path) {
  std::error_code none;
  std::ifstream in(path, std::ios::binary);
  if (!in || !fs::is_regular_file(path, none) || fs::file_size(path, none) > file_bytes_max) {
    return wrong_file(ErrorCode::not_found, "file", path,
                      {"TLS 所用的文件无法读取。", "A file that TLS needs cannot be read."},
                      {"请确认路径，并让运行服务的用户可以读取它。",
                       "Check the path, and let the user the server runs as read it."});
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Bio memory_of(const std::string& bytes) {
  return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

std::string last_reason() {
  const char* reason = ERR_reason_error_string(ERR_peek_last_error());
  ERR_clear_error();
  return reason == nullptr ? "?" : reason;
}

// Every certificate of a PEM file, in its order; none when something in it is broken.
std::vector<Certificate> certificates_in(const std::string& pem) {
  const Bio in = memory_of(pem);
  std::vector<Certificate> all;
  while (X509* one = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)) all.emplace_back(one);
  const bool at_end = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
  ERR_clear_error();
  if (!at_end) all.clear();
  return all;
}

Result<std::vector<Certificate>> read_certificates(const fs::path& path, const std::string& id) {
  auto pem = read_file(path);
  if (!pem) return pem.error();
  auto all = certificates_in(*pem);
  if (!all.empty()) return all;
  return wrong_file(ErrorCode::invalid, id, path,
                    {"文件中没有完好的证书。", "The file holds no sound certificate."},
                    {"请提供 PEM 格式（BEGIN CERTIFICATE）的证书。",
                     "Give certificates in PEM form (BEGIN CERTIFICATE)."});
}

// Without this OpenSSL would ask for the password on the terminal.
int no_password(char*, int, int, void*) { return -1; }

Result<Key> read_key(const fs::path& path) {
  const auto pem = read_file(path);
  if (!pem) return pem.error();
  const Bio in = memory_of(*pem);
  if (Key key{PEM_read_bio_PrivateKey(in.get(), nullptr, no_password, nullptr)}) return key;
  const std::string why = last_reason();
  return wrong_file(
      ErrorCode::invalid, "key", path,
      {"私钥无法读取：" + why + "。", "The private key cannot be read: " + why + "."},
      {"请提供 PEM 格式、不带口令的私钥，并以文件权限（0600）保护它。",
       "Give a PEM key without a password, and protect it by the file's mode (0600)."});
}

// Tried on a context of its own: whether OpenSSL would serve them, which is that they belong
// together and are strong enough.
Result<void> check_pair(X509* leaf, EVP_PKEY* key, STACK_OF(X509) * chain, const fs::path& path) {
  const Context trial(SSL_CTX_new(TLS_server_method()));
  ensure(trial != nullptr, "OpenSSL gives no context");
  SSL_CTX_set_security_level(trial.get(), security_level);
  if (SSL_CTX_use_cert_and_key(trial.get(), leaf, key, chain, 1) == 1) return {};
  const std::string why = last_reason();
  return wrong_file(
      ErrorCode::invalid, "pair", path,
      {"证书与私钥不能一起使用：" + why + "。", "Certificate and key cannot be used: " + why + "."},
      {"请确认私钥就是申请该证书时的私钥，且不短于 RSA 2048 位或 P-256。",
       "Give the key the certificate was made for, of at least RSA 2048 bits or P-256."});
}

std::string subject_of(const X509* certificate) {
  const Bio out(BIO_new(BIO_s_mem()));
  // Names in Chinese stay readable.
  X509_NAME_print_ex(out.get(), X509_get_subject_name(certificate), 0,
                     XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
  char* text = nullptr;
  const auto size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

Instant instant_of(const ASN1_TIME* time) {
  std::tm parts{};
  ASN1_TIME_to_tm(time, &parts);
  return Instant(timegm(&parts) * second);
}

// The time and size of each file; changes when one is written or replaced.
std::vector<std::string> stamps_of(const TlsSettings& settings) {
  std::vector<std::string> stamps;
  for (const auto& path : {settings.certificate, settings.key, settings.client_authorities}) {
    std::error_code none;
    stamps.push_back(std::to_string(fs::last_write_time(path, none).time_since_epoch().count()) +
                     "/" + std::to_string(fs::file_size(path, none)));
  }
  return stamps;
}

std::string hex_sha256(const X509* certificate) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  ensure(X509_digest(certificate, EVP_sha256(), digest, &size) == 1, "a certificate has no digest");
  return to_hex(std::string_view(reinterpret_cast<const char*>(digest), size));
}

// HTTP/1.1 is all we speak; a client that speaks only others is refused (RFC 7301 §3.2).
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size,
                    const unsigned char* offered, unsigned offered_size, void*) {
  static constexpr unsigned char ours[] = "\x08http/1.1";
  unsigned char* found = nullptr;
  if (SSL_select_next_proto(&found, size, ours, sizeof ours - 1, offered, offered_size) !=
      OPENSSL_NPN_NEGOTIATED)
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  *chosen = found;
  return SSL_TLSEXT_ERR_OK;
}

void log_reading(const char* level, const Words& what) {
  const boost::json::object line{{"job", "certificate"}, {level, what.en}};
  level == std::string_view("taken") ? spdlog::info("{}", boost::json::serialize(line))
                                     : spdlog::error("{}", boost::json::serialize(line));
}

}  // namespace

struct CertificateStore::Credentials {
  Certificate leaf;
  Key key;
  Chain chain;
  Trust trust;  // null: clients are not asked
  Names names;  // of the authorities, told to the client so that it can choose a certificate
  std::string subject;
  Instant not_before, not_after;
};

struct CredentialReader {
  using Credentials = CertificateStore::Credentials;

  static Result<std::shared_ptr<const Credentials>> read(const TlsSettings& settings) {
    auto read = std::make_shared<Credentials>();
    if (auto own = read_own(settings, *read); !own) return own.error();
    if (settings.client_authorities.empty()) return std::shared_ptr<const Credentials>(read);
    auto authorities = read_certificates(settings.client_authorities, "authorities");
    if (!authorities) return authorities.error();
    trust(*authorities, *read);
    return std::shared_ptr<const Credentials>(read);
  }

 private:
  static Result<void> read_own(const TlsSettings& settings, Credentials& read) {
    auto certificates = read_certificates(settings.certificate, "certificate");
    if (!certificates) return certificates.error();
    auto key = read_key(settings.key);
    if (!key) return key.error();
    read.key = std::move(*key);
    read.leaf = std::move(certificates->front());
    read.chain.reset(sk_X509_new_null());
    for (std::size_t i = 1; i < certificates->size(); ++i)
      sk_X509_push(read.chain.get(), (*certificates)[i].release());
    read.subject = subject_of(read.leaf.get());
    read.not_before = instant_of(X509_get0_notBefore(read.leaf.get()));
    read.not_after = instant_of(X509_get0_notAfter(read.leaf.get()));
    return check_pair(read.leaf.get(), read.key.get(), read.chain.get(), settings.key);
  }

  static void trust(const std::vector<Certificate>& authorities, Credentials& read) {
    read.trust.reset(X509_STORE_new());
    read.names.reset(sk_X509_NAME_new_null());
    for (const auto& one : authorities) {
      X509_STORE_add_cert(read.trust.get(), one.get());
      sk_X509_NAME_push(read.names.get(), X509_NAME_dup(X509_get_subject_name(one.get())));
    }
  }
};

std::int64_t CertificateFacts::seconds_left(Instant at) const {
  return (not_after.micros() - at.micros()) / second;
}

std::int64_t CertificateFacts::days_left(Instant at) const {
  const std::int64_t seconds = seconds_left(at);
  return seconds >= 0 ? seconds / day : -1 - (-seconds / day);
}

std::optional<Words> CertificateFacts::warning(Instant at, int warning_days) const {
  if (!problem.zh.empty()) return problem;
  const std::string until = to_string(not_after);
  if (seconds_left(at) < 0) {
    return Words{"服务器证书已于 " + until + " 过期，请立即更换。",
                 "The server's certificate expired at " + until + "; replace it now."};
  }
  const std::int64_t days = days_left(at);
  if (days >= warning_days) return std::nullopt;
  return Words{"服务器证书 " + std::to_string(days) + " 天后（" + until + "）过期，请更换。",
               "The server's certificate expires in " + std::to_string(days) + " days (" + until +
                   "); replace it."};
}

CertificateStore::CertificateStore(TlsSettings settings, const Clock& clock)
    : settings_(std::move(settings)),
      clock_(clock),
      stamps_(stamps_of(settings_)),
      credentials_(CredentialReader::read(settings_).or_throw()) {}

CertificateStore::~CertificateStore() = default;

bool CertificateStore::reload() {
  const std::lock_guard reading(reading_);
  stamps_ = stamps_of(settings_);  // before reading: what is written meanwhile is seen next time
  auto read = CredentialReader::read(settings_);
  const Instant now = clock_.now();
  if (read && (now < (*read)->not_before || now > (*read)->not_after)) {
    read = wrong_file(ErrorCode::invalid, "not_in_force", settings_.certificate,
                      {"新的服务器证书此刻无效（未生效或已过期），仍用原来的证书。",
                       "The new server certificate is not in force now; the old one stays."},
                      {"请更换证书文件。", "Replace the certificate file."});
  }
  const std::lock_guard lock(mutex_);
  if (!read) {
    problem_ = {to_text(read.error(), true), to_text(read.error(), false)};
    log_reading("error", problem_);
    return false;
  }
  credentials_ = *read;
  problem_ = {};
  log_reading("taken", {credentials_->subject,
                        credentials_->subject + " until " + to_string(credentials_->not_after)});
  return true;
}

void CertificateStore::follow_files() {
  {
    const std::lock_guard reading(reading_);
    if (stamps_of(settings_) == stamps_) return;
  }
  reload();
}

CertificateFacts CertificateStore::facts() const {
  const std::lock_guard lock(mutex_);
  return {credentials_->subject, credentials_->not_after, problem_};
}

std::shared_ptr<const CertificateStore::Credentials> CertificateStore::in_use() const {
  const std::lock_guard lock(mutex_);
  return credentials_;
}

// For each handshake. OpenSSL counts references, so that the connection may outlive a reload.
int CertificateStore::hand_over(ssl_st* connection, void* store) {
  const auto& self = *static_cast<const CertificateStore*>(store);
  const auto now = self.in_use();
  if (SSL_use_cert_and_key(connection, now->leaf.get(), now->key.get(), now->chain.get(), 1) != 1)
    return 0;
  if (now->trust == nullptr) return 1;
  // Time is a parameter here too. What the file names is trusted itself, whether it is a root or
  // stands below one (partial chain): an operator may trust the issuer of units and no other.
  X509_VERIFY_PARAM* how = SSL_get0_param(connection);
  X509_VERIFY_PARAM_set_time(how, self.clock_.now().micros() / second);
  X509_VERIFY_PARAM_set_flags(how, X509_V_FLAG_PARTIAL_CHAIN);
  SSL_set_client_CA_list(connection, SSL_dup_CA_list(now->names.get()));
  SSL_set_verify(connection, SSL_VERIFY_PEER, nullptr);
  return SSL_set1_verify_cert_store(connection, now->trust.get()) == 1 ? 1 : 0;
}

void CertificateStore::configure(ssl_ctx_st* context) const {
  SSL_CTX_set_security_level(context, security_level);
  const bool done = SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
                    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
                    SSL_CTX_set_ciphersuites(context,
                                             "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:"
                                             "TLS_AES_128_GCM_SHA256") == 1;
  ensure(done, "OpenSSL lacks the ciphers of TLS 1.2 and 1.3");
  SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET |
                                   SSL_OP_CIPHER_SERVER_PREFERENCE);
  // Nothing is resumed: every connection shows its certificate, and no ticket key lives for long.
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(context, 0);
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
  SSL_CTX_set_cert_cb(context, hand_over, const_cast<CertificateStore*>(this));
}

std::string client_fingerprint(const ssl_st* connection) {
  const Certificate certificate(SSL_get1_peer_certificate(connection));
  if (certificate == nullptr || SSL_get_verify_result(connection) != X509_V_OK) return "";
  return hex_sha256(certificate.get());
}

}  // namespace credence::http
