// The copy constructor reads the other object's members without that object's
// lock.
#include <mutex>
#include <string>
#include <vector>

class Playlist {
public:
  Playlist() = default;
  Playlist(const Playlist &other) {
    songs = other.songs;     // RACE
    current = other.current; // RACE
  }
  Playlist &operator=(const Playlist &) = delete;

  void add(const std::string &song) {
    std::lock_guard<std::mutex> hold(lock);
    songs.push_back(song); // RACE
  }
  bool next(std::string *song) {
    std::lock_guard<std::mutex> hold(lock);
    if (current == songs.size())
      return false;
    *song = songs[current++]; // RACE
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
