// A shared_ptr is copied out under the lock, so erasing the entry cannot free
// what is in use.
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>

struct Session {
  std::string user;
};

class Sessions {
public:
  void open(int id, std::string user) {
    std::lock_guard<std::mutex> hold(lock);
    live[id] = std::make_shared<const Session>(Session{std::move(user)});
  }

  void close(int id) {
    std::lock_guard<std::mutex> hold(lock);
    live.erase(id);
  }

  size_t nameLength(int id) {
    std::unique_lock<std::mutex> hold(lock);
    auto at = live.find(id);
    if (at == live.end())
      return 0;
    std::shared_ptr<const Session> session = at->second;
    hold.unlock();
    return session->user.size();
  }

private:
  std::mutex lock;
  std::unordered_map<int, std::shared_ptr<const Session>> live;
};

int main() {
  Sessions sessions;
  for (int id = 0; id < 500; ++id)
    sessions.open(id, "someone with quite a long name");
  std::thread reaper([&] {
    for (int id = 0; id < 500; ++id)
      sessions.close(id);
  });
  size_t total = 0;
  for (int id = 499; id >= 0; --id)
    total += sessions.nameLength(id);
  reaper.join();
  return total > 20000;
}
