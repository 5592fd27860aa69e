// SPDX-License-Identifier: Apache-2.0
#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <mutex>

#include "http/tls.h"
#include "store/journal.h"

namespace credence::http {
namespace {

using Buckets = prometheus::Histogram::BucketBoundaries;

// The registry of the process, as the library means it to be used.
struct Registry {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("credence_http_requests_total")
                                                          .Help("Requests by route and status")
                                                          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                           .Name("credence_http_seconds")
                                                           .Help("Time to answer by route")
                                                           .Register(registry);
  prometheus::Family<prometheus::Gauge>& backlog =
      prometheus::BuildGauge()
          .Name("credence_commit_backlog")
          .Help("Works waiting for a commit; looks journaled and not yet entered")
          .Register(registry);
  prometheus::Gauge& organizations = prometheus::BuildGauge()
                                         .Name("credence_indexed_organizations")
                                         .Help("Organisations in the name index")
                                         .Register(registry)
                                         .Add({});
  // Without a series until there is a certificate.
  prometheus::Family<prometheus::Gauge>& certificate =
      prometheus::BuildGauge()
          .Name("credence_tls_certificate_seconds_left")
          .Help("Until the server's certificate expires")
          .Register(registry);
  // Looking a series up by its labels allocates; one look-up per route and status is enough.
  std::mutex mutex;
  std::map<std::pair<std::string_view, int>, prometheus::Counter*> counters;
  std::map<std::string_view, prometheus::Histogram*> histograms;
};

Registry& the_registry() {
  static Registry registry;
  return registry;
}

}  // namespace

void count_request(std::string_view pattern, int status, double seconds) {
  Registry& all = the_registry();
  prometheus::Counter* counter = nullptr;
  prometheus::Histogram* histogram = nullptr;
  {
    const std::lock_guard lock(all.mutex);
    auto& known = all.counters[{pattern, status}];
    if (known == nullptr)
      known =
          &all.requests.Add({{"route", std::string(pattern)}, {"status", std::to_string(status)}});
    auto& timed = all.histograms[pattern];
    if (timed == nullptr) {
      timed = &all.seconds.Add(
          {{"route", std::string(pattern)}},
          Buckets{0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 30});
    }
    counter = known;
    histogram = timed;
  }
  counter->Increment();
  histogram->Observe(seconds);
}

std::string metrics_text(const Services& services) {
  Registry& all = the_registry();
  all.backlog.Add({{"lane", "facts"}})
      .Set(static_cast<double>(services.database.facts().backlog()));
  all.backlog.Add({{"lane", "access"}})
      .Set(static_cast<double>(services.database.access().backlog()));
  all.backlog.Add({{"lane", "journal"}})
      .Set(static_cast<double>(services.database.journal().unmoved()));
  all.organizations.Set(static_cast<double>(services.names.size()));
  if (services.certificates != nullptr) {
    const auto left = services.certificates->facts().seconds_left(services.clock.now());
    all.certificate.Add({}).Set(static_cast<double>(left));
  }
  return prometheus::TextSerializer().Serialize(all.registry.Collect());
}

}  // namespace credence::http
