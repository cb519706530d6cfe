// An iterator taken before a wait is used after it, though the wait gave up the
// lock in between.
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Transfers {
public:
  void begin(int id) {
    std::lock_guard<std::mutex> hold(lock);
    open[id] = "running";
  }
  void finish(int id) {
    std::lock_guard<std::mutex> hold(lock);
    open.erase(id); // RACE
    ++finished;
    changed.notify_all();
  }
  std::string waitForOne(int id) {
    std::unique_lock<std::mutex> hold(lock);
    auto at = open.find(id); // RACE
    changed.wait(hold, [this] { return finished > 0; });
    return at->second; // RACE
  }

private:
  std::mutex lock;
  std::condition_variable changed;
  std::map<int, std::string> open;
  int finished = 0;
};

int main() {
  Transfers transfers;
  transfers.begin(7);
  std::thread network([&] { transfers.finish(7); });
  size_t length = transfers.waitForOne(7).size();
  network.join();
  return length <= 8 ? 0 : 1;
}
