// A list of jobs for a thread gets one with an Rc in it.
#include "rust.h"
#include <cstdio>
#include <functional>
#include <string>
#include <thread>
#include <vector>

using Jobs = std::vector<std::function<void()>>;

int main() {
  rust::Rc<std::string> name("ada");
  auto copy = name;
  Jobs jobs;
  jobs.push_back( // ERROR
      [copy = std::move(copy)] { std::printf("%s\n", copy->c_str()); });
  std::thread worker([jobs = std::move(jobs)] { // ERROR-ALSO
    for (const auto &job : jobs)
      job();
  });
  auto again = name;
  std::printf("%s\n", again->c_str());
  worker.join();
}
