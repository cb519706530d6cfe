#include "session.h"
#include "counted.h"
struct Session::Impl {
  boost::local_shared_ptr<int> Size;
};
Session::Session() : Data(new Impl{boost::make_local_shared<int>(1)}) {}
Session::Session(const Session &S) : Data(new Impl(*S.Data)) {}
Session::~Session() = default;
int Session::size() const { return *Data->Size; }
