package org.leadflow.lead.stakeholder;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The roles there are, by their place. */
public interface StakeholderRoles extends Repository<StakeholderRole, String> {

  List<StakeholderRole> findAllByOrderByPlaceAscRoleIdAsc();
}
