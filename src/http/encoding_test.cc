// SPDX-License-Identifier: Apache-2.0
#include "http/encoding.h"

#include <gmock/gmock.h>
#include <restinio/transforms/zlib.hpp>

namespace credence::http {
namespace {

TEST(AcceptEncoding, TakesWhatIsNamedAndNotRefused) {
  EXPECT_TRUE(takes_encoding("gzip, deflate, br, zstd", "br"));
  EXPECT_TRUE(takes_encoding("gzip;q=0.5", "gzip"));
  EXPECT_TRUE(takes_encoding("br ; q=1.0", "br"));
  EXPECT_TRUE(takes_encoding("gzip;q=0.01", "gzip"));
  EXPECT_FALSE(takes_encoding("gzip;q=0", "gzip"));
  EXPECT_FALSE(takes_encoding("br;q=0.000, gzip", "br"));
  EXPECT_FALSE(takes_encoding("brotli", "br"));
  EXPECT_FALSE(takes_encoding("x-gzip", "gzip"));
  EXPECT_FALSE(takes_encoding("", "gzip"));
}

Response answer(Caching caching, std::size_t bytes) {
  Response response = json_response(std::string(bytes, 'a'), caching);
  response.etag = "\"1\"";
  return response;
}

Request asking(std::string accepted) {
  Request request;
  request.accept_encoding = std::move(accepted);
  return request;
}

TEST(Packing, PacksWhatIsPublicAndTellsItsForm) {
  Response response = answer(Caching::revalidate, 10'000);
  pack(response, asking("gzip"));
  EXPECT_LT(response.body.size(), 1'000U);
  EXPECT_EQ(restinio::transforms::zlib::gzip_decompress(response.body), std::string(10'000, 'a'));
  EXPECT_EQ(response.etag, "\"1-gz\"");
  EXPECT_THAT(response.headers,
              ::testing::UnorderedElementsAre(std::pair("Vary", "Accept-Encoding"),
                                              std::pair("Content-Encoding", "gzip")));
}

// BREACH: the length of what is packed over TLS tells what is in it.
TEST(Packing, LeavesWhatAnswersOneAskerAloneAsItIs) {
  Response response = answer(Caching::none, 10'000);
  pack(response, asking("gzip"));
  EXPECT_EQ(response.body.size(), 10'000U);
  EXPECT_TRUE(response.headers.empty());
}

TEST(Packing, LeavesWhatIsShortOrNotTakenAsItIs) {
  Response small = answer(Caching::steady, 100), refused = answer(Caching::steady, 10'000);
  pack(small, asking("gzip"));
  pack(refused, asking("identity"));
  EXPECT_EQ(small.body.size(), 100U);
  EXPECT_EQ(refused.body.size(), 10'000U);
  EXPECT_EQ(refused.etag, "\"1\"");
}

}  // namespace
}  // namespace credence::http
