// A list of jobs for a thread gets one with a shared_ptr in it.
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using Jobs = std::vector<std::function<void()>>;

int main() {
  auto name = std::make_shared<const std::string>("ada");
  auto copy = name;
  Jobs jobs;
  jobs.push_back(
      [copy = std::move(copy)] { std::printf("%s\n", copy->c_str()); });
  std::thread worker([jobs = std::move(jobs)] {
    for (const auto &job : jobs)
      job();
  });
  auto again = name;
  std::printf("%s\n", again->c_str());
  worker.join();
}
