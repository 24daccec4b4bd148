"""Resources: fields, links, rules, and the dispatcher."""
