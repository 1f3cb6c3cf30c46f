//go:build !unix

package command

import "os/exec"

func ownGroup(*exec.Cmd) {}

// killGroup kills the program.
func killGroup(cmd *exec.Cmd) {
	if err := cmd.Process.Kill(); err != nil {
		return // it has ended already
	}
}
