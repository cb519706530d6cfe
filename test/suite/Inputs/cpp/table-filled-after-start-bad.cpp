// The first worker is started before the configuration is complete.
#include <map>
#include <string>
#include <thread>
#include <vector>

static std::map<std::string, int> limits;

static void serve(const char *name, int *limit) {
  auto at = limits.find(name);                  // RACE
  *limit = at == limits.end() ? 0 : at->second; // RACE
}

int main() {
  const char *names[] = {"http", "smtp", "ftp"};
  int found[3] = {};
  std::vector<std::thread> services;
  for (int i = 0; i < 3; ++i) {
    limits[names[i]] = 10 * (i + 1); // RACE
    services.emplace_back(serve, names[i], &found[i]);
  }
  for (std::thread &service : services)
    service.join();
  return found[2] == 30 ? 0 : 1;
}
