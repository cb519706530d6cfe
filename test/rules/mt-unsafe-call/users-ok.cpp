// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <pwd.h>
#include <string>
#include <thread>

static std::string home(const char *user) {
  passwd entry, *found = nullptr;
  char buffer[1024];
  getpwnam_r(user, &entry, buffer, sizeof buffer, &found);
  return found ? found->pw_dir : "";
}
static std::string self() {
  passwd *entry = getpwuid(0);
  return entry ? entry->pw_name : "";
}

int main() {
  std::jthread worker([] { home("root"); });
  self();
}
