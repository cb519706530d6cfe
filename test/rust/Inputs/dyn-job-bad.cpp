// A job of any kind goes to a thread; this one has an Rc in it.
#include "rust.h"
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>

struct Job {
  virtual ~Job() = default;
  virtual void run() const = 0;
};

struct Print : Job {
  explicit Print(rust::Rc<std::string> text) : text(std::move(text)) {}
  void run() const override { std::printf("%s\n", text->c_str()); }
  rust::Rc<std::string> text;
};

int main() {
  rust::Rc<std::string> text("ada");
  std::unique_ptr<Job> job = std::make_unique<Print>(text);
  std::thread worker([job = std::move(job)] { job->run(); }); // ERROR
  auto again = text;
  std::printf("%s\n", again->c_str());
  worker.join();
}
