// The base destructor joins the thread, but the derived part it calls into is
// destroyed already.
#include <atomic>
#include <thread>
#include <vector>

class Service {
public:
  virtual ~Service() { stop(); } // RACE
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

class Indexer : public Service { // RACE
public:
  bool started() const { return steps > 0; }

private:
  void step() override {
    words.assign(16, ++steps); // RACE
  }
  std::atomic<int> steps{0};
  std::vector<int> words; // RACE
};

int main() {
  Indexer indexer; // RACE
  indexer.start();
  while (!indexer.started())
    std::this_thread::yield();
} // RACE
