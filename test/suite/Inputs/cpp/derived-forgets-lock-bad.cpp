// The base class locks around its protected list; the derived class adds to it
// without.
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Logger {
public:
  virtual ~Logger() = default;
  virtual void write(const std::string &line) {
    std::lock_guard<std::mutex> hold(lock);
    lines.push_back(line); // RACE
  }
  size_t count() {
    std::lock_guard<std::mutex> hold(lock);
    return lines.size();
  }

protected:
  std::mutex lock;
  std::vector<std::string> lines;
};

class PrefixLogger : public Logger {
public:
  void write(const std::string &line) override {
    if (line.empty())
      return Logger::write("(empty)");
    lines.push_back("> " + line); // RACE
  }
};

int main() {
  PrefixLogger logger;
  std::thread a([&logger] {
    for (int i = 0; i < 50; ++i)
      logger.write("step");
  });
  for (int i = 0; i < 50; ++i)
    logger.write("");
  a.join();
  return logger.count() == 100 ? 0 : 1;
}
