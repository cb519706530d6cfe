// A configuration that many threads read and one replaces. A reader takes a
// handle and keeps the version that it began with, for as long as it likes.
#include <fearless/arc.h>
#include <fearless/rwlock.h>
#include <fearless/scope.h>

#include <string>

using fearless::Arc;
using fearless::RwLock;
using fearless::Scope;

struct Settings {
  int version = 0;
  std::string host = "host 0"; // of the same version
};

class Configuration {
public:
  Arc<Settings> now() const {
    return current_.with_read([](const Arc<Settings> &now) { return now; });
  }

  void replace(Settings settings) const {
    auto next = Arc<Settings>::make(std::move(settings));
    current_.with_write([&](Arc<Settings> &now) { swap(now, next); });
  } // the old one ends here, without the lock, or with its last reader

private:
  RwLock<Arc<Settings>> current_{Arc<Settings>::make()};
};

bool is_whole(const Settings &settings) {
  return settings.host == "host " + std::to_string(settings.version);
}

int main() {
  const Configuration configuration;
  const bool all_whole = fearless::scope([&](Scope &scope) {
    auto reader = [&configuration] {
      bool whole = true;
      for (int i = 0; i < 1000; ++i)
        whole = whole && is_whole(*configuration.now());
      return whole;
    };
    auto one = scope.spawn(reader), other = scope.spawn(reader);
    for (int version = 1; version <= 100; ++version)
      configuration.replace({version, "host " + std::to_string(version)});
    return one.join() && other.join();
  });
  return all_whole && configuration.now()->version == 100 ? 0 : 1;
}
