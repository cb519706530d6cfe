// It stays under the lock.
#include <mutex>
#include <string>
#include <vector>
class Playlist {
public:
  void add(const std::string &s) {
    std::lock_guard<std::mutex> hold(lock);
    songs.push_back(s);
  }
  bool next(std::string *s) {
    std::lock_guard<std::mutex> hold(lock);
    if (current == songs.size())
      return false;
    *s = songs[current++];
    return true;
  }
  size_t left() const {
    std::lock_guard<std::mutex> hold(lock);
    return songs.size() - current;
  }

private:
  mutable std::mutex lock;
  std::vector<std::string> songs;
  size_t current = 0;
};
