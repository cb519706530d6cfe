// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Shared or copied into the thread; left alone after it was moved.
#include <future>
#include <memory>
#include <string>
#include <thread>
struct Job {
  int id = 0;
  void poke() const;
};
void log(const std::string &);
static void run(std::unique_ptr<Job> job) { job->poke(); }
void moved() {
  auto job = std::make_unique<Job>();
  job->poke();
  std::thread t(run, std::move(job));
  t.join();
}
void shared() {
  auto job = std::make_shared<Job>();
  std::thread t([job] { job->poke(); });
  job->poke();
  t.join();
}
void copied() {
  std::string text = "x";
  auto f = std::async([](std::string s) { log(s); }, text);
  log(text);
}
