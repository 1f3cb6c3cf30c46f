//go:build unix

package command

import (
	"os/exec"
	"syscall"
)

// ownGroup gives the program a process group: Ctrl-C in the terminal is for
// duizhao, which ends the program when its own work is written.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// killGroup kills the program and whatever it started.
func killGroup(cmd *exec.Cmd) {
	if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL); err != nil {
		return // it has ended already
	}
}
