// A reference into the map is used after the lock is released, while another
// thread erases the entry.
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
    live[id].user = std::move(user);
  }

  void close(int id) {
    std::lock_guard<std::mutex> hold(lock);
    live.erase(id); // RACE
  }

  size_t nameLength(int id) {
    std::unique_lock<std::mutex> hold(lock);
    auto at = live.find(id);
    if (at == live.end())
      return 0;
    const Session &session = at->second;
    hold.unlock();
    return session.user.size(); // RACE
  }

private:
  std::mutex lock;
  std::unordered_map<int, Session> live;
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
