// A chat room with sessions and a writer thread each: a broadcast keeps the
// sessions it uses alive.
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

/// What a session writes to; stands for a socket.
class Transport {
public:
  void write(const std::string &line) {
    std::lock_guard<std::mutex> hold(lock);
    bytes += line.size() + 1;
  }
  size_t written() const {
    std::lock_guard<std::mutex> hold(lock);
    return bytes;
  }

private:
  mutable std::mutex lock;
  size_t bytes = 0;
};

/// A member of the room. Lines are queued by anyone and written by its thread.
class Session {
public:
  Session(std::string n, Transport &t)
      : name(std::move(n)), transport(t), writer([this] { write(); }) {}

  ~Session() {
    {
      std::lock_guard<std::mutex> hold(lock);
      closing = true;
    }
    changed.notify_one();
    writer.join();
  }

  void send(std::string line) {
    std::lock_guard<std::mutex> hold(lock);
    if (closing)
      return;
    outbox.push_back(std::move(line));
    changed.notify_one();
  }

  const std::string name;

private:
  void write() {
    std::unique_lock<std::mutex> hold(lock);
    for (;;) {
      changed.wait(hold, [this] { return closing || !outbox.empty(); });
      if (outbox.empty())
        return;
      std::string line = std::move(outbox.front());
      outbox.pop_front();
      hold.unlock();
      transport.write(line);
      hold.lock();
    }
  }

  Transport &transport;
  std::mutex lock;
  std::condition_variable changed;
  std::deque<std::string> outbox;
  bool closing = false;
  std::thread writer;
};

class Room {
public:
  int join(const std::string &name, Transport &transport) {
    auto session = std::make_shared<Session>(name, transport);
    std::lock_guard<std::mutex> hold(lock);
    int id = nextId++;
    sessions.emplace(id, std::move(session));
    return id;
  }

  void leave(int id) {
    std::shared_ptr<Session> gone;
    {
      std::lock_guard<std::mutex> hold(lock);
      auto at = sessions.find(id);
      if (at == sessions.end())
        return;
      gone = std::move(at->second);
      sessions.erase(at);
    }
    // The session is destroyed here, without the room's lock.
    gone.reset();
  }

  void broadcast(const std::string &line) {
    std::vector<std::shared_ptr<Session>> targets;
    {
      std::lock_guard<std::mutex> hold(lock);
      for (const auto &[id, session] : sessions)
        targets.push_back(session);
      ++broadcasts;
    }
    for (const auto &session : targets)
      session->send(line);
  }

  int lines() const {
    std::lock_guard<std::mutex> hold(lock);
    return broadcasts;
  }

private:
  mutable std::mutex lock;
  int nextId = 1;
  int broadcasts = 0;
  std::map<int, std::shared_ptr<Session>> sessions;
};

int main() {
  Transport wire;
  Room room;
  room.join("host", wire);
  std::thread talker([&room] {
    for (int i = 0; i < 100; ++i)
      room.broadcast("line " + std::to_string(i));
  });
  for (int i = 0; i < 20; ++i) {
    int guest = room.join("guest " + std::to_string(i), wire);
    room.broadcast("welcome");
    room.leave(guest);
  }
  talker.join();
  return room.lines() == 120 && wire.written() < 100000 ? 0 : 1;
}
