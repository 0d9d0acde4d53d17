#include "cli/terminal.h"

#ifdef __EMSCRIPTEN__

namespace cadre::cli {

std::optional<std::string> askUnseen(const std::string& /*prompt*/) { return std::nullopt; }

}  // namespace cadre::cli

#else

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace cadre::cli {
namespace {

// The terminal itself, whatever standard input and output are; closed at the end.
class Terminal {
 public:
  Terminal() : file_(open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    is_ready_ = file_ >= 0 && tcgetattr(file_, &before_) == 0;
  }
  ~Terminal() {
    if (is_ready_) tcsetattr(file_, TCSAFLUSH, &before_);
    if (file_ >= 0) close(file_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  bool hide() {
    if (!is_ready_) return false;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    unseen.c_lflag |= static_cast<tcflag_t>(ECHONL);
    return tcsetattr(file_, TCSAFLUSH, &unseen) == 0;
  }
  bool say(const std::string& text) {
    return write(file_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }
  std::optional<std::string> line() {
    std::string out;
    char c = '\0';
    while (read(file_, &c, 1) == 1) {
      if (c == '\n') return out;
      out += c;
    }
    return std::nullopt;
  }

 private:
  int file_;
  bool is_ready_ = false;
  termios before_{};
};

}  // namespace

std::optional<std::string> askUnseen(const std::string& prompt) {
  Terminal terminal;
  if (!terminal.hide() || !terminal.say(prompt)) return std::nullopt;
  return terminal.line();
}

}  // namespace cadre::cli

#endif
