// SPDX-License-Identifier: Apache-2.0
#include "ledger/note.h"

#include <algorithm>
#include <charconv>

#include "base/base64.h"
#include "base/text.h"

namespace credence::ledger {
namespace {

constexpr std::string_view signature_mark = "— ";
constexpr std::string_view proof_mark = "c2sp.org/tlog-proof@v1";
constexpr std::size_t signatures_max = 64;  // more than any set of witnesses we can think of
constexpr std::size_t path_max = 63;

Error malformed(std::string id, std::string zh, std::string en) {
  return make_error(
      ErrorCode::invalid, std::move(id), {std::move(zh), std::move(en)},
      {"请使用原文件，不要编辑或转码。", "Use the original file, not edited or converted."});
}
Error bad_note() {
  return malformed("ledger.note", "签名文本格式不对。",
                   "This is not a signed note (C2SP signed-note).");
}
Error bad_checkpoint() {
  return malformed("ledger.checkpoint", "检查点格式不对。",
                   "This is not a checkpoint (C2SP tlog-checkpoint).");
}
Error bad_proof() {
  return malformed("ledger.proof", "证明文件格式不对。", "This is not a proof (C2SP tlog-proof).");
}
Error bad_signature(const std::string& who) {
  return make_error(
      ErrorCode::forbidden, "ledger.signature",
      {"签名不成立：" + who + "。", "The signature does not hold: " + who + "."},
      {"文件被改动过，或公钥不是签发机构的。请向签发机构核对公钥。",
       "The file was altered, or the key is not the issuer's. Check the key with the issuer."});
}

// The lines of a text that ends with a line end; nothing otherwise.
std::optional<std::vector<std::string_view>> lines_of(std::string_view text) {
  if (!text.ends_with('\n')) return std::nullopt;
  text.remove_suffix(1);
  return split(text, "\n");
}

bool plain(std::string_view bytes) {
  return is_valid_utf8(bytes) && std::ranges::none_of(bytes, [](char c) {
           return static_cast<unsigned char>(c) < 0x20 && c != '\n';
         });
}

std::optional<NoteSignature> read_signature(std::string_view line) {
  if (!line.starts_with(signature_mark)) return std::nullopt;
  const std::string_view rest = line.substr(signature_mark.size());
  const auto space = rest.find(' ');
  if (space == std::string_view::npos || space == 0) return std::nullopt;
  const auto bytes = from_base64(rest.substr(space + 1));
  if (!bytes || bytes->size() < 5) return std::nullopt;
  NoteSignature signature;
  signature.name = rest.substr(0, space);
  for (std::size_t i = 0; i < 4; ++i)
    signature.id = signature.id << 8 | static_cast<unsigned char>((*bytes)[i]);
  signature.bytes = bytes->substr(4);
  signature.line = line;
  return signature;
}

}  // namespace

Result<Note> parse_note(std::string_view bytes) {
  const auto gap = bytes.rfind("\n\n");
  if (gap == std::string_view::npos || !plain(bytes)) return bad_note();
  Note note;
  note.text = bytes.substr(0, gap + 1);
  const auto lines = lines_of(bytes.substr(gap + 2));
  if (!lines || lines->size() > signatures_max) return bad_note();
  for (const auto line : *lines) {
    auto signature = read_signature(line);
    if (!signature) return bad_note();
    note.signatures.push_back(std::move(*signature));
  }
  return note;
}

Result<std::vector<GoodSignature>> verify_note(const Note& note,
                                               std::span<const VerifierKey> known) {
  std::vector<GoodSignature> good;
  for (const auto& signature : note.signatures) {
    for (const auto& key : known) {
      if (key.name != signature.name || key.id != signature.id) continue;
      GoodSignature one{&key, 0};
      if (!verify_signature(key, note.text, signature.bytes, &one.time))
        return bad_signature(key.name);
      good.push_back(one);
    }
  }
  if (good.empty()) return bad_signature("没有已知密钥的签名 / no signature of a known key");
  return good;
}

std::string to_text(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
         to_base64(checkpoint.root) + "\n";
}

Result<Checkpoint> parse_checkpoint(std::string_view note_text) {
  const auto lines = lines_of(note_text);
  if (!lines || lines->size() < 3) return bad_checkpoint();
  const auto size = read_number((*lines)[1]);
  const auto root = digest_from_base64((*lines)[2]);
  const bool empty_line = std::ranges::any_of(*lines, [](auto line) { return line.empty(); });
  if (!size || !root || empty_line) return bad_checkpoint();
  return Checkpoint{std::string(lines->front()), *size, *root};
}

std::string sign_checkpoint(const Checkpoint& checkpoint, std::span<const SigningKey> keys,
                            Instant now) {
  const std::string text = to_text(checkpoint);
  std::string note = text + "\n";
  for (const auto& key : keys) note += key.sign(text, now);
  return note;
}

Result<OpenedCheckpoint> open_checkpoint(std::string_view bytes,
                                         std::span<const VerifierKey> known) {
  auto note = parse_note(bytes);
  if (!note) return note.error();
  const auto good = verify_note(*note, known);
  if (!good) return good.error();
  auto checkpoint = parse_checkpoint(note->text);
  if (!checkpoint) return checkpoint.error();
  return OpenedCheckpoint{std::move(*checkpoint), std::move(*note)};
}

std::string to_text(const Proof& proof) {
  std::string text(proof_mark);
  text += '\n';
  if (!proof.extra.empty()) text += "extra " + credence::to_base64(proof.extra) + "\n";
  text += "index " + std::to_string(proof.index) + "\n";
  for (const auto& hash : proof.path) text += to_base64(hash) + "\n";
  return text + "\n" + proof.checkpoint;
}

Result<Proof> parse_proof(std::string_view text) {
  const auto gap = text.find("\n\n");
  if (gap == std::string_view::npos) return bad_proof();
  const auto lines = split(text.substr(0, gap), "\n");
  Proof proof;
  proof.checkpoint = text.substr(gap + 2);
  std::size_t at = 0;
  if (lines[at++] != proof_mark || at == lines.size()) return bad_proof();
  if (lines[at].starts_with("extra ")) {
    auto extra = from_base64(lines[at++].substr(6));
    if (!extra) return bad_proof();
    proof.extra = std::move(*extra);
  }
  if (at == lines.size() || !lines[at].starts_with("index ")) return bad_proof();
  const auto index = read_number(lines[at++].substr(6));
  if (!index || lines.size() - at > path_max) return bad_proof();
  proof.index = *index;
  for (; at < lines.size(); ++at) {
    const auto hash = digest_from_base64(lines[at]);
    if (!hash) return bad_proof();
    proof.path.push_back(*hash);
  }
  return proof;
}

std::optional<Digest> digest_from(std::string_view bytes) {
  Digest digest;
  if (bytes.size() != digest.size()) return std::nullopt;
  std::ranges::copy(bytes, digest.begin());
  return digest;
}

std::optional<Digest> digest_from_base64(std::string_view text) {
  const auto bytes = from_base64(text);
  return bytes ? digest_from(*bytes) : std::nullopt;
}

std::string to_base64(const Digest& digest) { return credence::to_base64(bytes_of(digest)); }

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (text.size() > 1 && text.front() == '0') return std::nullopt;
  return value;
}

}  // namespace credence::ledger
