// The batch is swapped out under the lock and processed outside of it.
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Journal {
public:
  void write(std::string line) {
    std::lock_guard<std::mutex> hold(lock);
    pending.push_back(std::move(line));
  }
  size_t flush() {
    std::vector<std::string> batch;
    {
      std::lock_guard<std::mutex> hold(lock);
      batch.swap(pending);
    }
    size_t bytes = 0;
    for (const std::string &line : batch)
      bytes += line.size();
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
