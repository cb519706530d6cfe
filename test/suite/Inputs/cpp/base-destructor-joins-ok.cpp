// The derived destructor stops the thread before any part of the object is
// destroyed.
#include <atomic>
#include <thread>
#include <vector>

class Service {
public:
  virtual ~Service() { stop(); }
  void start() {
    thread = std::thread([this] {
      while (!stopping)
        step();
    });
  }

protected:
  void stop() {
    stopping = true;
    if (thread.joinable())
      thread.join();
  }

private:
  virtual void step() {}
  std::atomic<bool> stopping{false};
  std::thread thread;
};

class Indexer : public Service {
public:
  ~Indexer() override { stop(); }
  bool started() const { return steps > 0; }

private:
  void step() override { words.assign(16, ++steps); }
  std::atomic<int> steps{0};
  std::vector<int> words;
};

int main() {
  Indexer indexer;
  indexer.start();
  while (!indexer.started())
    std::this_thread::yield();
}
