// The home-made event is constructed signalled, so the waiter does not wait for
// the data.
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

class Event {
public:
  explicit Event(bool initially) : signalled(initially) {}
  void set() {
    std::lock_guard<std::mutex> hold(lock);
    signalled = true;
    changed.notify_all();
  }
  void wait() {
    std::unique_lock<std::mutex> hold(lock);
    while (!signalled)
      changed.wait(hold);
  }

private:
  std::mutex lock;
  std::condition_variable changed;
  bool signalled;
};

static Event loaded(true);
static std::string page;

int main() {
  std::thread loader([] {
    page = "<html>a page that is too long for the small buffer</html>"; // RACE
    loaded.set();
  });
  loaded.wait();
  size_t length = page.size(); // RACE
  loader.join();
  return length < 100 ? 0 : 1;
}
