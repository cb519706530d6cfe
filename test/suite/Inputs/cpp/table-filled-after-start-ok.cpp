// The configuration is complete before the first worker starts, and only read
// from then on.
#include <map>
#include <string>
#include <thread>
#include <vector>

static std::map<std::string, int> limits;

static void serve(const char *name, int *limit) {
  auto at = limits.find(name);
  *limit = at == limits.end() ? 0 : at->second;
}

int main() {
  const char *names[] = {"http", "smtp", "ftp"};
  int found[3] = {};
  std::vector<std::thread> services;
  for (int i = 0; i < 3; ++i) {
    limits[names[i]] = 10 * (i + 1);
  }
  for (int i = 0; i < 3; ++i) {
    services.emplace_back(serve, names[i], &found[i]);
  }
  for (std::thread &service : services)
    service.join();
  return found[2] == 30 ? 0 : 1;
}
