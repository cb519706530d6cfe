// A configuration that is made once is handed out as an Rc.
#include "rust.h"
#include <cstdio>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

static std::once_flag nameMade;
static std::optional<rust::Rc<std::string>> theName; // ERROR

static rust::Rc<std::string> name() {
  std::call_once(nameMade, [] { theName.emplace("ada"); });
  return *theName; // ERROR-ALSO
}

int main() {
  std::thread worker([] { std::printf("%s\n", name()->c_str()); }); // ERROR-ALSO
  std::printf("%s\n", name()->c_str());
  worker.join();
}
