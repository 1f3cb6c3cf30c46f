package glossary

type pattern struct{}
