// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <string>
#include <utility>

#include "base/date.h"
#include "base/digest.h"

// Certificates made on the spot, so that tests of TLS need no file from outside.

namespace credence::testing {

// A certificate and its key as PEM, and the certificate's SHA-256 in hex.
struct Identity {
  std::string certificate, key, fingerprint;
};

// A certificate authority. Its own certificate is valid from 2000 to 2099.
class Authority {
 public:
  explicit Authority(const std::string& name) : key_(EVP_EC_gen("P-256")), own_(X509_new()) {
    fill(own_, name, key_, Date(2000, 1, 1), Date(2099, 1, 1));
    X509_set_issuer_name(own_, X509_get_subject_name(own_));
    extend(own_, NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(own_, key_, EVP_sha256());
  }
  ~Authority() {
    X509_free(own_);
    EVP_PKEY_free(key_);
  }
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;

  std::string pem() const { return pem_of(own_); }
  // `use` is "serverAuth" or "clientAuth".
  Identity issue(const std::string& name, const std::string& use, Date from, Date until) const {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    fill(certificate, name, key, from, until);
    X509_set_issuer_name(certificate, X509_get_subject_name(own_));
    extend(certificate, NID_ext_key_usage, use.c_str());
    extend(certificate, NID_subject_alt_name, "DNS:localhost,DNS:credit.example.cn");
    X509_sign(certificate, key_, EVP_sha256());
    Identity made{pem_of(certificate), pem_of(key), fingerprint_of(certificate)};
    X509_free(certificate);
    EVP_PKEY_free(key);
    return made;
  }

 private:
  static void fill(X509* certificate, const std::string& name, EVP_PKEY* key, Date from,
                   Date until) {
    static long serial = 1;
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    ASN1_TIME_set(X509_getm_notBefore(certificate), start_of(from).micros() / 1'000'000);
    ASN1_TIME_set(X509_getm_notAfter(certificate), start_of(until).micros() / 1'000'000);
    X509_set_pubkey(certificate, key);
  }
  static void extend(X509* certificate, int what, const char* value) {
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, what, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
  }
  static std::string text_of(BIO* memory) {
    char* text = nullptr;
    const auto size = BIO_get_mem_data(memory, &text);
    std::string copy(text, static_cast<std::size_t>(size));
    BIO_free(memory);
    return copy;
  }
  static std::string pem_of(X509* certificate) {
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(memory, certificate);
    return text_of(memory);
  }
  static std::string pem_of(EVP_PKEY* key) {
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(memory, key, nullptr, nullptr, 0, nullptr, nullptr);
    return text_of(memory);
  }
  static std::string fingerprint_of(X509* certificate) {
    BIO* memory = BIO_new(BIO_s_mem());
    i2d_X509_bio(memory, certificate);
    return to_hex(sha256(text_of(memory)));
  }

  EVP_PKEY* key_;
  X509* own_;
};

}  // namespace credence::testing
