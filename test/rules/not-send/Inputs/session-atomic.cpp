#include "session.h"
#include <memory>
struct Session::Impl {
  std::shared_ptr<int> Size;
};
Session::Session() : Data(new Impl{std::make_shared<int>(1)}) {}
Session::Session(const Session &S) : Data(new Impl(*S.Data)) {}
Session::~Session() = default;
int Session::size() const { return *Data->Size; }
