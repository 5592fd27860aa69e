// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/error.h"

struct ssl_ctx_st;
struct ssl_st;

// TLS of the server itself (OpenSSL): its certificate, renewed without a restart, and the client
// certificates it trusts. docs/operate/tls.md is the operator's page.

namespace credence::http {

// PEM files.
struct TlsSettings {
  std::filesystem::path certificate;         // the server's own first, then the chain above it
  std::filesystem::path key;                 // without a password
  std::filesystem::path client_authorities;  // empty: clients are not asked for a certificate
};

// What is said of the certificate in use.
struct CertificateFacts {
  std::string subject;  // "CN=credit.example.cn" (RFC 2253)
  Instant not_after;
  Words problem;  // why the files as they are now were not taken; empty when they were

  std::int64_t seconds_left(Instant at) const;  // negative when expired
  std::int64_t days_left(Instant at) const;     // whole days; 0 on the last, negative when expired
  // What an operator should do about it, if anything: it expires in fewer days than `warning_days`,
  // has expired, or the files have a problem.
  std::optional<Words> warning(Instant at, int warning_days) const;
};

// The certificate, key and client authorities in use. Safe from several threads.
class CertificateStore {
 public:
  // Reads the files. Throws Failure: not_found or invalid ("tls.file", "tls.certificate",
  // "tls.key", "tls.pair", "tls.authorities"). An expired certificate is taken: health tells.
  CertificateStore(TlsSettings settings, const Clock& clock);
  ~CertificateStore();
  CertificateStore(const CertificateStore&) = delete;
  CertificateStore& operator=(const CertificateStore&) = delete;

  // Reads the files again, for connections to come; those that are keep what they have. Files that
  // are wrong, or a certificate that is not in force now, change nothing; facts() tells why. Gives
  // whether the files were taken.
  bool reload();
  // reload() if a file changed its time or size since the last reading.
  void follow_files();

  CertificateFacts facts() const;

  // Sets up a server's SSL_CTX: TLS 1.2 and 1.3 with forward secrecy, no compression, no
  // renegotiation, no resumption, ALPN http/1.1, and for each handshake the certificate in use
  // then. REQUIRES: the store outlives the context.
  void configure(ssl_ctx_st* context) const;

 private:
  struct Credentials;  // as read; never changed afterwards
  friend struct CredentialReader;
  std::shared_ptr<const Credentials> in_use() const;
  static int hand_over(ssl_st* connection, void* store);

  const TlsSettings settings_;
  const Clock& clock_;
  std::mutex reading_;               // one reload at a time
  std::vector<std::string> stamps_;  // of the files when they were last read; under reading_
  mutable std::mutex mutex_;
  std::shared_ptr<const Credentials> credentials_;
  Words problem_;
};

// The SHA-256 of the DER of the client certificate that was verified, in lower-case hex; empty when
// the client gave none. REQUIRES: the handshake is over.
std::string client_fingerprint(const ssl_st* connection);

}  // namespace credence::http
