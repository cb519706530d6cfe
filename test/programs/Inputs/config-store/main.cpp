#include "limits.h"
#include "parse.h"

#include <cstdio>
#include <thread>

int main() {
  ConfigStore store;
  Limits limits(store);
  std::thread loader([&store] {
    for (int i = 0; i < 50; ++i) {
      store.load("connections = " + std::to_string(i) + "\ntimeout = 5\n");
      store.load("broken line\n");
    }
  });
  std::thread editor([&store] {
    for (int i = 0; i < 50; ++i) {
      store.set("timeout", std::to_string(i % 9));
      store.setDefault("name" + std::to_string(i), "x");
    }
  });
  long seen = 0;
  std::string reason;
  for (int i = 0; i < 200; ++i) {
    seen += limits.connections() + limits.timeoutSeconds();
    if (store.has("name3"))
      seen += store.get("name3", "").size();
    seen += limitChanges() + refusedConfigs(reason);
  }
  loader.join();
  editor.join();
  std::printf("%s%ld at revision %lu, refused: %s\n", store.dump().c_str(),
              seen, store.revision(), reason.c_str());
}
