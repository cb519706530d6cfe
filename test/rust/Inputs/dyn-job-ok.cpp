// A job of any kind goes to a thread; this one has a shared_ptr in it.
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
  explicit Print(std::shared_ptr<const std::string> text)
      : text(std::move(text)) {}
  void run() const override { std::printf("%s\n", text->c_str()); }
  std::shared_ptr<const std::string> text;
};

int main() {
  auto text = std::make_shared<const std::string>("ada");
  std::unique_ptr<Job> job = std::make_unique<Print>(text);
  std::thread worker([job = std::move(job)] { job->run(); });
  auto again = text;
  std::printf("%s\n", again->c_str());
  worker.join();
}
