// The copy constructor holds the other object's lock; its own object is not
// shared yet.
#include <mutex>
#include <string>
#include <vector>

class Playlist {
public:
  Playlist() = default;
  Playlist(const Playlist &other) {
    std::lock_guard<std::mutex> hold(other.lock);
    songs = other.songs;
    current = other.current;
  }
  Playlist &operator=(const Playlist &) = delete;

  void add(const std::string &song) {
    std::lock_guard<std::mutex> hold(lock);
    songs.push_back(song);
  }
  bool next(std::string *song) {
    std::lock_guard<std::mutex> hold(lock);
    if (current == songs.size())
      return false;
    *song = songs[current++];
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
