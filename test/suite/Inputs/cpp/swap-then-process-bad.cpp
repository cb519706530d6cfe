// The batch is processed through a reference to the shared vector, not through
// a swapped-out copy.
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Journal {
public:
  void write(std::string line) {
    std::lock_guard<std::mutex> hold(lock);
    pending.push_back(std::move(line)); // RACE
  }
  size_t flush() {
    std::vector<std::string> &batch = pending;
    size_t bytes = 0;
    for (const std::string &line : batch) // RACE
      bytes += line.size();               // RACE
    std::lock_guard<std::mutex> hold(lock);
    batch.clear();
    return bytes;
  }

private:
  std::mutex lock;
  std::vector<std::string> pending;
};

int main() {
  Journal journal;
  std::thread writer([&journal] {
    for (int i = 0; i < 300; ++i)
      journal.write("entry");
  });
  size_t bytes = 0;
  for (int i = 0; i < 50; ++i)
    bytes += journal.flush();
  writer.join();
  bytes += journal.flush();
  return bytes <= 1500 ? 0 : 1;
}
